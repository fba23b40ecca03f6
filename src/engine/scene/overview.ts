import type { Chain, LinkKind, LinkState, Status, Target } from '../chain/index.ts';
import type { Cluster } from '../cluster/index.ts';
import { kindOf, nameOf, namespaceOf, originOf } from './draw/canvas.ts';
import { type LaneGroup, placeLanes } from './layout/lanes.ts';
import type { Scene, SceneEdge, SceneNode, SceneRow } from './types.ts';

/** Worst first, as the list of chains has it. */
const ORDER: readonly Status[] = ['broken', 'partial', 'incomplete', 'external', 'ok'];
/** One chain stands in at most so many lanes; the last says how many more there are. */
const LANES_OF_CHAIN = 8;

interface Lane {
  id: string;
  title: string;
  workload: string | null;
  group: string;
  status: Status;
  chains: Set<string>;
  nodes: Map<string, SceneNode>;
  edges: Map<string, SceneEdge>;
}

/** What of the input an overview shows; everything by default. */
export interface OverviewFilter {
  chains?: string[];
  namespace?: string;
  /** Namespaces of which only the heading is drawn. */
  folded?: string[];
}

/** The whole input as lanes, one a workload (or what provides it, or what is missing), by namespace, worst first. Linear in the targets. */
export function overviewScene(input: { cluster: Cluster; chains: readonly Chain[] }, filter: OverviewFilter = {}): Scene {
  const wanted = filter.chains && new Set(filter.chains);
  const lanes = new Map<string, Lane>();
  const chains = input.chains.filter((c) => !wanted || wanted.has(c.id));
  for (const chain of chains) for (const spec of lanesOf(chain)) addChain(laneAt(lanes, spec, chain), chain, spec.targets);
  const shown = [...lanes.values()].filter((l) => filter.namespace === undefined || l.group === filter.namespace);
  const kept = new Set(shown.flatMap((l) => [...l.chains]));
  const groups = groupsOf(shown, new Set(filter.folded));
  const drawn = shown.filter((l) => groups.some((g) => g.namespace === l.group && !g.folded));
  return {
    chains: chains.flatMap((c) => (kept.has(c.id) ? [c.id] : [])),
    edges: drawn.flatMap((l) => [...l.edges.values()]),
    ...placeLanes(groups),
  };
}

const worse = (a: { status: Status }, b: { status: Status }): number => ORDER.indexOf(a.status) - ORDER.indexOf(b.status);

/** Namespaces by their worst lane, each with its lanes worst first. */
function groupsOf(lanes: readonly Lane[], folded: ReadonlySet<string>): LaneGroup[] {
  const sorted = [...lanes].sort((a, b) => worse(a, b) || (a.id < b.id ? -1 : 1));
  const groups = new Map<string, LaneGroup>();
  for (const { chains, nodes, edges, ...lane } of sorted) {
    const { group: namespace, status } = lane;
    const group = groups.get(namespace) ?? { namespace, status, folded: folded.has(namespace), lanes: [] };
    groups.set(namespace, group);
    group.lanes.push({ ...lane, chains: [...chains], nodes: [...nodes.values()], edges: [...edges.values()] });
  }
  return [...groups.values()].sort((a, b) => worse(a, b) || (a.namespace < b.namespace ? -1 : 1));
}

interface LaneSpec {
  id: string;
  /** The object, or what provides the targets, it is named after. */
  of: string;
  workload: string | null;
  targets: Target[];
}

/** The lanes a chain takes part in, by what answers at its targets. */
function lanesOf(chain: Chain): LaneSpec[] {
  if (chain.targets.length === 0) return [{ id: `missing ${chain.monitor}`, of: chain.monitor, workload: null, targets: [] }];
  const groups = new Map<string, LaneSpec>();
  for (const t of chain.targets) {
    const id = t.workload ?? t.providedBy ?? t.service ?? '';
    const group = groups.get(id);
    if (group) group.targets.push(t);
    else if (groups.size < LANES_OF_CHAIN) groups.set(id, { id, of: id, workload: t.workload, targets: [t] });
  }
  return [...groups.values()];
}

const titleOf = (id: string): string => {
  const [kind = '', namespace, name] = id.split('/');
  return name === undefined ? (kind.split(':').at(-1) ?? id) : `${name}  ·  ${kind}  ·  ${namespace}`;
};

function laneAt(lanes: Map<string, Lane>, { id, of, workload }: LaneSpec, chain: Chain): Lane {
  let lane = lanes.get(id);
  if (!lane) {
    const group = namespaceOf(of) || namespaceOf(chain.monitor);
    lane = { id, title: titleOf(of), workload, group, status: 'ok', chains: new Set(), nodes: new Map(), edges: new Map() };
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
    node = { ...rest, rows: [], codes: [], ...spec, id, lane: lane.id };
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
