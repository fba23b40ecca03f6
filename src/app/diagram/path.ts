import type { Scene, SceneEdge } from '../../engine/scene/index.ts';

type Spot = SceneEdge['from'];

/** Edges by the spot they leave and enter; built once a scene. */
export interface Graph {
  scene: Scene;
  edges: ReadonlyMap<string, SceneEdge>;
  /** Row id or node id → the node. */
  nodeOf: ReadonlyMap<string, string>;
  parentOf: ReadonlyMap<string, string>;
  outOf: ReadonlyMap<string, readonly SceneEdge[]>;
  into: ReadonlyMap<string, readonly SceneEdge[]>;
}

export function graphOf(scene: Scene): Graph {
  const nodeOf = new Map<string, string>();
  const parentOf = new Map<string, string>();
  for (const node of scene.nodes) {
    nodeOf.set(node.id, node.id);
    if (node.parent !== null) parentOf.set(node.id, node.parent);
    for (const row of node.rows) nodeOf.set(row.id, node.id);
  }
  const outOf = new Map<string, SceneEdge[]>();
  const into = new Map<string, SceneEdge[]>();
  for (const edge of scene.edges) {
    push(outOf, spotId(edge.from), edge);
    push(into, spotId(edge.to), edge);
  }
  return { scene, edges: new Map(scene.edges.map((e) => [e.id, e])), nodeOf, parentOf, outOf, into };
}

const push = (map: Map<string, SceneEdge[]>, key: string, edge: SceneEdge): void => {
  const list = map.get(key);
  if (list) list.push(edge);
  else map.set(key, [edge]);
};
const spotId = (spot: Spot): string => spot.row ?? spot.node;

/** Everything a scrape through this node, row or edge passes, both ways, with the guards that judge it. */
export function pathThrough(graph: Graph, id: string): Set<string> {
  const lit = new Set<string>();
  const edge = graph.edges.get(id);
  if (edge) {
    lit.add(id);
    follow(graph, spotId(edge.from), 'back', lit);
    follow(graph, spotId(edge.to), 'on', lit);
    return lit;
  }
  const start = graph.nodeOf.get(id);
  if (start === undefined) return lit;
  const rows = graph.scene.nodes.find((n) => n.id === start)?.rows.map((r) => r.id) ?? [];
  for (const spot of start === id ? [id, ...rows] : [id]) {
    follow(graph, spot, 'back', lit);
    follow(graph, spot, 'on', lit);
  }
  return lit;
}

/** The edges of these chains with their ends. */
export function pathOf(graph: Graph, chains: readonly string[]): Set<string> {
  const lit = new Set<string>();
  if (chains.length === 0) return lit;
  const wanted = new Set(chains);
  for (const e of graph.scene.edges) {
    if (!wanted.has(e.chain)) continue;
    lit.add(e.id);
    light(graph, spotId(e.from), lit);
    light(graph, spotId(e.to), lit);
  }
  return lit;
}

/** Chains whose edges touch a node, row or edge. */
export function chainsThrough(graph: Graph, id: string): string[] {
  const edge = graph.edges.get(id);
  if (edge) return [edge.chain];
  const whole = graph.nodeOf.get(id) === id;
  const touches = ({ node, row }: Spot): boolean => (whole ? node === id : row === id);
  return [...new Set(graph.scene.edges.flatMap((e) => (touches(e.from) || touches(e.to) ? [e.chain] : [])))];
}

/** Along the edges of one spot; backwards a row also hangs on what ties to its node's head. */
function follow(graph: Graph, start: string, way: 'on' | 'back', lit: Set<string>): void {
  const queue = [start];
  const seen = new Set<string>();
  while (queue.length > 0) {
    const spot = queue.pop() as string;
    if (seen.has(spot)) continue;
    seen.add(spot);
    const node = graph.nodeOf.get(spot);
    light(graph, spot, lit);
    if (way === 'on') {
      for (const e of graph.outOf.get(spot) ?? []) queue.push(step(e, spotId(e.to), lit));
      // A row's node selects what the row leads to: shown, not followed.
      if (node !== undefined && node !== spot)
        for (const e of graph.outOf.get(node) ?? []) if (e.kind === 'chain') light(graph, step(e, spotId(e.to), lit), lit);
      // Guards judge what they point at, wherever the path passes.
      for (const e of graph.into.get(spot) ?? []) if (e.kind === 'guard') guard(graph, e, lit);
      continue;
    }
    for (const e of graph.into.get(spot) ?? []) queue.push(step(e, spotId(e.from), lit));
    if (node !== undefined && node !== spot) for (const e of graph.into.get(node) ?? []) queue.push(step(e, spotId(e.from), lit));
  }
}

function guard(graph: Graph, edge: SceneEdge, lit: Set<string>): void {
  if (lit.has(edge.id)) return;
  lit.add(edge.id);
  light(graph, spotId(edge.from), lit);
  for (const e of graph.into.get(edge.from.node) ?? []) guard(graph, e, lit);
}

const step = (edge: SceneEdge, next: string, lit: Set<string>): string => {
  lit.add(edge.id);
  return next;
};

function light(graph: Graph, spot: string, lit: Set<string>): void {
  lit.add(spot);
  const node = graph.nodeOf.get(spot);
  if (node === undefined) return;
  lit.add(node);
  const parent = graph.parentOf.get(node);
  if (parent !== undefined) lit.add(parent);
}

/** A node with what it is tied to directly; an edge with its two ends. */
export function neighbours(graph: Graph, id: string): Set<string> {
  const lit = new Set<string>();
  const node = graph.nodeOf.get(id);
  for (const e of graph.scene.edges) {
    const touches = e.id === id || (node === id ? e.from.node === id || e.to.node === id : spotId(e.from) === id || spotId(e.to) === id);
    if (!touches) continue;
    lit.add(e.id);
    light(graph, spotId(e.from), lit);
    light(graph, spotId(e.to), lit);
  }
  if (node !== undefined) light(graph, id, lit);
  if (node === id) for (const r of graph.scene.nodes.find((n) => n.id === id)?.rows ?? []) lit.add(r.id);
  return lit;
}
