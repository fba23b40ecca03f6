import { COLUMNS, type Scene, type SceneEdge, type SceneNode } from '../../engine/scene/index.ts';
import type { Graph } from './path.ts';

/** Stops of the keyboard: heads of nodes and their rows, by column from top to bottom; edges lie between them. */
export interface Walk {
  /** Node ids in reading order: the order of Tab. */
  nodes: readonly string[];
  columnOf: ReadonlyMap<string, readonly string[]>;
}

export function walkOf(scene: Scene): Walk {
  const byId = new Map(scene.nodes.map((n) => [n.id, n]));
  const columns = new Map<string, { stop: string; y: number; x: number }[]>();
  const ranked: { id: string; rank: number; y: number; x: number }[] = [];
  for (const node of scene.nodes) {
    const column = columnName(node, byId);
    const list = columns.get(column) ?? [];
    columns.set(column, list);
    list.push({ stop: node.id, y: node.y, x: node.x });
    for (const [i, row] of node.rows.entries()) list.push({ stop: row.id, y: node.y + (i + 1) / 1000, x: node.x });
    ranked.push({ id: node.id, rank: rankOf(node, column), y: node.y, x: node.x });
  }
  const columnOf = new Map<string, readonly string[]>();
  for (const list of columns.values()) {
    const stops = list.sort((a, b) => a.y - b.y || a.x - b.x).map((s) => s.stop);
    for (const stop of stops) columnOf.set(stop, stops);
  }
  // Lane by lane, then column by column.
  let lane = 0;
  for (const n of ranked.sort((a, b) => a.y - b.y)) {
    while ((scene.lanes[lane + 1]?.y ?? Number.POSITIVE_INFINITY) <= n.y) lane++;
    n.rank += lane * 100;
  }
  const nodes = ranked.sort((a, b) => a.rank - b.rank || a.y - b.y || a.x - b.x).map((n) => n.id);
  return { nodes, columnOf };
}

/** The pod's column holds its containers; guards belong to the column of what they guard. */
function columnName(node: SceneNode, byId: ReadonlyMap<string, SceneNode>): string {
  let at = node;
  for (let hops = 0; at.guards !== undefined && hops < 4; hops++) at = byId.get(at.guards) ?? at;
  if (at.role === 'container') return 'pod';
  return at.column ?? at.role;
}

const rankOf = (node: SceneNode, column: string): number => {
  const index = (COLUMNS as readonly string[]).indexOf(column);
  return (index < 0 ? COLUMNS.length : index) * 2 + (node.guards === undefined ? 0 : 1);
};

export type Move = 'left' | 'right' | 'up' | 'down';

/** Where an arrow key leads from a stop; null where there is nothing. */
export function next(walk: Walk, graph: Graph, from: string, move: Move): string | null {
  const edge = graph.edges.get(from);
  if (edge) return fromEdge(graph, edge, move);
  if (move === 'up' || move === 'down') {
    const column = walk.columnOf.get(from) ?? [];
    return column[column.indexOf(from) + (move === 'down' ? 1 : -1)] ?? null;
  }
  return edgesAt(graph, from, move)[0]?.id ?? null;
}

/** Edges of a row; a head also stands for all rows of its node. */
function edgesAt(graph: Graph, stop: string, move: 'left' | 'right'): readonly SceneEdge[] {
  const map = move === 'right' ? graph.outOf : graph.into;
  const own = map.get(stop) ?? [];
  if (own.length > 0 || graph.nodeOf.get(stop) !== stop) return own;
  const rows = graph.scene.nodes.find((n) => n.id === stop)?.rows ?? [];
  return rows.flatMap((r) => map.get(r.id) ?? []);
}

function fromEdge(graph: Graph, edge: SceneEdge, move: Move): string | null {
  if (move === 'right') return edge.to.row ?? edge.to.node;
  if (move === 'left') return edge.from.row ?? edge.from.node;
  const beside = graph.scene.edges.filter((e) => e.from.node === edge.from.node || e.to.node === edge.to.node);
  return beside[beside.indexOf(edge) + (move === 'down' ? 1 : -1)]?.id ?? null;
}
