import type { Chain, Link } from '../chain/index.ts';
import type { Cluster } from '../cluster/index.ts';
import { drawAround, NOTHING_AROUND, type Surroundings } from './draw/around.ts';
import { type Canvas, createCanvas, head, known, originOf, putEdge, putNode, putRow } from './draw/canvas.ts';
import { DRAW } from './draw/links.ts';
import { endpointNode, serviceNode, servicePortRow } from './draw/nodes.ts';
import { layout } from './layout/layout.ts';
import type { Scene, SceneEdge, SceneNode } from './types.ts';

/** More Services or workloads than this in one chain say nothing more when drawn; the rest is counted. */
const MOST = 40;

/** One chain: every link an edge between two rows, every guard under what it guards, every missing end drawn as missing. */
export function chainScene(input: { cluster: Cluster }, chain: Chain, around: Surroundings = NOTHING_AROUND): Scene {
  const c = createCanvas(input.cluster, chain);
  drawChain(c, around, choose(chain));
  return finish(c, [chain.id]);
}

/** All chains that end at one workload, in one picture: what they share is drawn once. */
export function workloadScene(
  input: { cluster: Cluster; chains: readonly Chain[] },
  workload: string,
  aroundOf: (chain: Chain) => Surroundings,
): Scene {
  const chains = input.chains.filter((c) => c.targets.some((t) => t.workload === workload));
  const drawn: Pick<Canvas, 'nodes' | 'edges'> = { nodes: new Map(), edges: new Map() };
  for (const chain of chains) {
    const c = { ...createCanvas(input.cluster, chain), ...drawn };
    drawChain(c, aroundOf(chain), { shown: towards(chain, workload), hidden: 0 });
  }
  return finish(
    { edges: shared(drawn.edges), nodes: drawn.nodes },
    chains.map((c) => c.id),
  );
}

function drawChain(c: Canvas, around: Surroundings, { shown, hidden }: ReturnType<typeof choose>): void {
  const { chain } = c;
  endpointNode(c);
  for (const link of chain.links) if (shown(link)) DRAW[link.kind](c, link);
  drawOutside(c);
  drawAround(c, around);
  if (chain.warnings.includes('no-prometheus')) nobodyScrapes(c);
  if (hidden > 0) putNode(c, { id: 'more', role: 'pod', kind: '…', title: `+ ${hidden}`, codes: ['row.more'] });
  remark(c);
}

/** Links on the way to one workload. */
function towards(chain: Chain, workload: string): (link: Link) => boolean {
  const ends = (targets: Chain['targets']) => new Set(targets.flatMap((t) => [t.workload, t.service]).filter((id) => id !== null));
  const own = ends(chain.targets.filter((t) => t.workload === workload));
  const others = ends(chain.targets);
  const fits = (id: string): boolean => own.has(id) || !others.has(id);
  return ({ from, to }) => fits(from.object) && fits(to.object);
}

/** Of edges of several chains between the same two spots one is drawn: the first, unless a later one breaks. */
function shared(edges: ReadonlyMap<string, SceneEdge>): Map<string, SceneEdge> {
  const kept = new Map<string, SceneEdge>();
  for (const edge of edges.values()) {
    const spots = `${edge.kind} ${edge.from.row ?? edge.from.node} ${edge.kind === 'guard' ? edge.to.node : (edge.to.row ?? edge.to.node)}`;
    const there = kept.get(spots);
    if (!there || (there.state !== 'broken' && edge.state === 'broken')) kept.set(spots, edge);
  }
  return new Map([...kept.values()].map((e) => [e.id, e]));
}

/** Ends of links to draw: failing targets first, in the order of the chain otherwise. */
function choose(chain: Chain): { shown: (link: Link) => boolean; hidden: number } {
  const ends = new Set<string>();
  for (const failing of [true, false])
    for (const t of chain.targets)
      if (t.reasons.length > 0 === failing) for (const id of [t.workload, t.service]) if (id !== null) ends.add(id);
  for (const { from, to } of chain.links) for (const { object } of [from, to]) if (/^Service\//.test(object)) ends.add(object);
  if (ends.size <= MOST) return { shown: () => true, hidden: 0 };
  const kept = new Set([...ends].slice(0, MOST));
  const fits = (id: string): boolean => kept.has(id) || !ends.has(id);
  return { shown: ({ from, to }) => fits(from.object) && fits(to.object), hidden: ends.size - kept.size };
}

/** Targets that are no pods of the input: what the cluster makes, or hand-written endpoints. */
function drawOutside(c: Canvas): void {
  for (const t of c.chain.targets) {
    if (t.workload !== null || t.service === null || !c.nodes.has(t.service)) continue;
    const origin = originOf(t.providedBy);
    const set = c.cluster.endpointSetsOf(serviceNode(c, t.service).subtitle, serviceNode(c, t.service).title)[0];
    const node = putNode(c, {
      id: `targets ${t.service}`,
      role: 'pod',
      kind: set?.kind ?? 'Endpoints',
      title: t.providedBy?.split(':').at(-1) ?? set?.name ?? '',
      origin,
      object: set?.id ?? null,
      at: set?.at([]) ?? null,
      state: t.providedBy === null ? 'ok' : 'unknown',
    });
    const row = putRow(node, { key: String(t.number ?? '-'), text: t.number === null ? '?' : String(t.number), code: 'row.outside' });
    const from = (t.servicePort === null ? null : servicePortRow(c, t.service, t.servicePort)) ?? head(serviceNode(c, t.service));
    const link = c.chain.links.find((l) => l.kind === 'endpoint-port' && l.to.object === t.service);
    if (link)
      putEdge(c, { ...link, kind: 'target-port', label: String(t.number ?? ''), state: node.state, scheme: null, codes: [] }, from, row);
  }
}

/** Nobody in the input takes up the monitor. */
function nobodyScrapes(c: Canvas): void {
  putNode(c, {
    id: 'missing prometheus',
    role: 'missing',
    column: 'prometheus',
    kind: 'Prometheus',
    title: '',
    origin: 'missing',
    state: 'unknown',
    codes: ['no-prometheus'],
  });
}

/** Codes of a hop are shown on the node where it ends; a node is as bad as its worst row. */
function remark(c: Canvas): void {
  for (const edge of c.edges.values()) {
    const node = c.nodes.get(edge.to.node);
    const bearer = node?.parent && node.role === 'container' ? c.nodes.get(node.parent) : node;
    for (const code of edge.codes) if (bearer && !bearer.codes.includes(code)) bearer.codes.push(code);
  }
  for (const node of c.nodes.values()) if (node.rows.some((r) => r.state === 'broken')) node.state = 'broken';
}

function finish(c: Pick<Canvas, 'nodes' | 'edges'>, chains: string[]): Scene {
  const nodes: SceneNode[] = [...c.nodes.values()].map((n) => ({ ...n, at: known(n.at) }));
  const edges = [...c.edges.values()];
  return { chains, lanes: [], groups: [], edges, ...layout(nodes, edges) };
}
