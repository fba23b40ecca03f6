import type { Chain, End, Link } from '../../chain/index.ts';
import type { Cluster } from '../../cluster/index.ts';
import type { Listener } from '../../listen/index.ts';
import type { At } from '../../yaml/index.ts';
import type { SceneEdge, SceneNode, SceneRow } from '../types.ts';

/** A picture in the making: nodes, rows and edges are put once, by id, in any order. */
export interface Canvas {
  cluster: Cluster;
  chain: Chain;
  nodes: Map<string, SceneNode>;
  edges: Map<string, SceneEdge>;
  /** Processes of the chain by workload, container and port. */
  listeners: Map<string, Listener>;
}

type NodeSpec = Pick<SceneNode, 'id' | 'role' | 'kind' | 'title'> & Partial<SceneNode>;
type RowSpec = Pick<SceneRow, 'text'> & Partial<SceneRow> & { key: string };
export type Spot = SceneEdge['from'];

export const createCanvas = (cluster: Cluster, chain: Chain): Canvas => ({
  cluster,
  chain,
  nodes: new Map(),
  edges: new Map(),
  listeners: listenersOf(chain),
});

/** The node of that id, made if need be. */
export function putNode(c: Canvas, spec: NodeSpec): SceneNode {
  const there = c.nodes.get(spec.id);
  if (there) return there;
  const node: SceneNode = {
    subtitle: '',
    rows: [],
    origin: 'input',
    state: 'ok',
    codes: [],
    object: null,
    parent: null,
    change: null,
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    ...spec,
    at: known(spec.at),
  };
  c.nodes.set(spec.id, node);
  return node;
}

/** The row of that key in a node, made if need be. */
export function putRow(node: SceneNode, { key, ...spec }: RowSpec): Spot {
  const id = `${node.id}|${key}`;
  if (!node.rows.some((r) => r.id === id)) node.rows.push({ id, detail: '', state: 'ok', ...spec, at: known(spec.at) });
  return { node: node.id, row: id };
}

export const head = (node: SceneNode): Spot => ({ node: node.id, row: null });

export function markUsed(c: Canvas, spot: Spot): Spot {
  const row = c.nodes.get(spot.node)?.rows.find((r) => r.id === spot.row);
  if (row) row.used = true;
  return spot;
}

/**
 * An edge for a link. Its id comes from what it joins, not from the names on it, so that a renamed port is the same edge
 * before and after; a guard is the same whichever port it judges.
 */
export function putEdge(c: Canvas, link: Link, from: Spot, to: Spot, extra: Partial<SceneEdge> = {}): void {
  const target = extra.kind === 'guard' ? '' : (to.row ?? to.node);
  const id = `${c.chain.id} ${link.kind} ${from.row ?? from.node} ${target}`.trim();
  if (c.edges.has(id)) return;
  c.edges.set(id, {
    id,
    from: markUsed(c, from),
    to: markUsed(c, to),
    label: link.label,
    scheme: link.scheme,
    state: link.state,
    codes: [...link.codes],
    link: link.id,
    chain: c.chain.id,
    kind: 'chain',
    change: null,
    ...extra,
  });
}

/** Evidence that points nowhere (objects the cluster makes) is none. */
export const known = (at: At | null | undefined): At | null => (at && at.doc !== '' ? at : null);

export const nameOf = (id: string): string => id.split('/').at(-1) ?? id;
export const kindOf = (id: string): string => id.split('/')[0] ?? '';
export const originOf = (providedBy: string | null): SceneNode['origin'] =>
  providedBy === null ? 'input' : providedBy.startsWith('operator:') ? 'operator' : 'cluster';

export const namespaceOf = (id: string): string => (id.split('/').length === 3 ? (id.split('/')[1] ?? '') : '');

export const listenerKey = (workload: string, container: string | undefined, port: string | undefined): string =>
  `${workload} ${container ?? ''} ${port ?? ''}`;
export const listenerAt = (c: Canvas, end: End): Listener | null =>
  c.listeners.get(listenerKey(end.object, end.container, end.port)) ?? null;

function listenersOf(chain: Chain): Map<string, Listener> {
  const found = new Map<string, Listener>();
  for (const { workload, process, behind, conflict } of chain.targets) {
    if (workload === null) continue;
    const all = [process, ...behind, conflict?.first, conflict?.second];
    for (const l of all) if (l) found.set(listenerKey(workload, l.container, String(l.port)), l);
  }
  return found;
}
