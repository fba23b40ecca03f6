import type { Chain, LinkKind, LinkState, Status, Target } from '../chain/index.ts';
import type { Cluster } from '../cluster/index.ts';
import { kindOf, nameOf, namespaceOf, originOf } from './draw/canvas.ts';
import { placeLanes } from './layout/lanes.ts';
import type { Scene, SceneEdge, SceneNode, SceneRow } from './types.ts';

/** Worst first, as the list of chains has it. */
const ORDER: readonly Status[] = ['broken', 'partial', 'incomplete', 'external', 'ok'];
/** One chain stands in at most so many lanes; the last says how many more there are. */
const LANES_OF_CHAIN = 8;

interface Lane {
  id: string;
  title: string;
  status: Status;
  chains: Set<string>;
  nodes: Map<string, SceneNode>;
  edges: Map<string, SceneEdge>;
}

/** The whole input as lanes, one a workload (or what provides it, or what is missing), worst first. Linear in the targets. */
export function overviewScene(input: { cluster: Cluster; chains: readonly Chain[] }, chainIds?: readonly string[]): Scene {
  const wanted = chainIds && new Set(chainIds);
  const lanes = new Map<string, Lane>();
  const chains = input.chains.filter((c) => !wanted || wanted.has(c.id));
  for (const chain of chains) for (const [id, title, targets] of lanesOf(chain)) addChain(laneAt(lanes, id, title), chain, targets);
  const sorted = [...lanes.values()].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (a.id < b.id ? -1 : 1));
  const drawn = sorted.map((l) => ({
    id: l.id,
    title: l.title,
    status: l.status,
    chains: [...l.chains],
    nodes: [...l.nodes.values()],
    edges: [...l.edges.values()],
  }));
  return { chains: chains.map((c) => c.id), edges: sorted.flatMap((l) => [...l.edges.values()]), ...placeLanes(drawn) };
}

/** The lanes a chain takes part in, by what answers at its targets. */
function lanesOf(chain: Chain): [id: string, title: string, targets: Target[]][] {
  if (chain.targets.length === 0) return [[`missing ${chain.monitor}`, titleOf(chain.monitor), []]];
  const groups = new Map<string, Target[]>();
  for (const t of chain.targets) {
    const id = t.workload ?? t.providedBy ?? t.service ?? '';
    const group = groups.get(id);
    if (group) group.push(t);
    else if (groups.size < LANES_OF_CHAIN) groups.set(id, [t]);
  }
  return [...groups].map(([id, targets]) => [id, titleOf(id), targets]);
}

const titleOf = (id: string): string => {
  const [kind = '', namespace, name] = id.split('/');
  return name === undefined ? (kind.split(':').at(-1) ?? id) : `${name}  ·  ${kind}  ·  ${namespace}`;
};

function laneAt(lanes: Map<string, Lane>, id: string, title: string): Lane {
  let lane = lanes.get(id);
  if (!lane) {
    lane = { id, title, status: 'ok', chains: new Set(), nodes: new Map(), edges: new Map() };
    lanes.set(id, lane);
  }
  return lane;
}

const stateOf = (status: Status): LinkState =>
  status === 'broken' || status === 'partial' ? 'broken' : status === 'incomplete' ? 'unknown' : 'ok';

function addChain(lane: Lane, chain: Chain, targets: readonly Target[]): void {
  lane.chains.add(chain.id);
  if (ORDER.indexOf(chain.status) < ORDER.indexOf(lane.status)) lane.status = chain.status;
  const from = endpointIn(lane, chain);
  if (targets.length === 0) {
    const node = nodeIn(lane, {
      id: 'nothing',
      role: 'missing',
      column: 'service',
      kind: kindOf(chain.monitor) === 'PodMonitor' ? 'Pod' : 'Service',
      title: '',
      origin: 'missing',
      state: stateOf(chain.status),
    });
    if (chain.first && !node.codes.includes(chain.first)) node.codes.push(chain.first);
    wire(lane, chain, from, { node: node.id, row: null }, { kinds: ['monitor-service', 'monitor-pods'], state: stateOf(chain.status) });
  }
  for (const t of targets) {
    const to = targetIn(lane, t);
    const scheme = t.serves;
    if (t.service === null) {
      wire(lane, chain, from, to, { kinds: ['pod-port'], scheme, ...met(t) });
      continue;
    }
    const service = nodeIn(lane, {
      id: t.service,
      role: 'service',
      kind: 'Service',
      title: nameOf(t.service),
      subtitle: namespaceOf(t.service),
      object: t.service,
      origin: originOf(t.providedBy),
    });
    const port = rowIn(service, t.servicePort ?? '-', t.servicePort ?? '');
    wire(lane, chain, from, port, {
      kinds: ['endpoint-port'],
      scheme: chain.scheme === 'http' || chain.scheme === 'https' ? chain.scheme : null,
    });
    wire(lane, chain, port, to, { kinds: ['target-port'], scheme, ...met(t) });
  }
}

function endpointIn(lane: Lane, chain: Chain): SceneEdge['from'] {
  const node = nodeIn(lane, {
    id: chain.monitor,
    role: 'endpoint',
    kind: kindOf(chain.monitor),
    title: nameOf(chain.monitor),
    subtitle: namespaceOf(chain.monitor),
    object: chain.monitor,
    at: chain.at,
  });
  const spot = rowIn(
    node,
    String(chain.index ?? '-'),
    chain.port ?? String(chain.targetPort ?? '-'),
    stateOf(chain.status),
    chain.path ?? '',
  );
  const row = node.rows.find((r) => r.id === spot.row);
  if (row) row.at = chain.at;
  return spot;
}

function targetIn(lane: Lane, t: Target): SceneEdge['from'] {
  const id = t.workload ?? t.providedBy ?? t.service ?? '';
  const node = nodeIn(lane, {
    id: `targets ${id}`,
    role: 'pod',
    kind: t.workload === null ? 'Endpoints' : kindOf(id),
    title: id.includes('/') ? nameOf(id) : (id.split(':').at(-1) ?? id),
    subtitle: t.workload === null ? '' : namespaceOf(id),
    object: t.workload,
    origin: originOf(t.providedBy),
    state: t.workload === null ? 'unknown' : 'ok',
  });
  const text = t.portName ?? String(t.number ?? '?');
  return rowIn(node, `${t.number ?? '-'}`, text, t.reasons.length > 0 ? 'broken' : 'ok', t.portName === null ? '' : String(t.number ?? ''));
}

function nodeIn(lane: Lane, spec: Pick<SceneNode, 'id' | 'role' | 'kind' | 'title'> & Partial<SceneNode>): SceneNode {
  const id = `${lane.id} > ${spec.id}`;
  let node = lane.nodes.get(id);
  if (!node) {
    const rest = {
      subtitle: '',
      rows: [],
      origin: 'input',
      state: 'ok',
      codes: [],
      object: null,
      at: null,
      parent: null,
      change: null,
      x: 0,
      y: 0,
      width: 0,
      height: 0,
    } as const;
    node = { ...rest, rows: [], codes: [], ...spec, id };
    lane.nodes.set(id, node);
  }
  return node;
}

function rowIn(node: SceneNode, key: string, text: string, state: LinkState = 'ok', detail = ''): SceneEdge['from'] {
  const id = `${node.id}|${key}`;
  const there = node.rows.find((r) => r.id === id);
  const row: SceneRow = there ?? { id, text, detail, at: null, state, used: true };
  if (!there) node.rows.push(row);
  else if (state === 'broken') there.state = 'broken';
  return { node: node.id, row: id };
}

interface Wire {
  /** Kinds of the links it stands for; the first there is opens with it. */
  kinds: readonly LinkKind[];
  scheme?: SceneEdge['scheme'];
  state?: LinkState;
  codes?: string[];
}

/** How the last hop to a target fares. */
const met = (t: Target): Pick<Wire, 'state' | 'codes'> => ({
  state: t.reasons.length > 0 ? 'broken' : t.workload === null ? 'unknown' : 'ok',
  codes: t.reasons,
});

/** Rows carry the names here; the edges only how they fare. */
function wire(
  lane: Lane,
  chain: Chain,
  from: SceneEdge['from'],
  to: SceneEdge['from'],
  { kinds, scheme = null, state, codes = [] }: Wire,
): void {
  const id = `${chain.id} ${from.row ?? from.node} ${to.row ?? to.node}`;
  if (lane.edges.has(id)) return;
  const link = chain.links.find((l) => kinds.includes(l.kind));
  const ends = { from, to, scheme, codes, chain: chain.id, link: link?.id ?? '' };
  lane.edges.set(id, { id, ...ends, label: '', state: state ?? link?.state ?? 'ok', kind: 'chain', change: null });
}
