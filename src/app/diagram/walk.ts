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
  const columns = new Map<string, { stop: string; lane: number; y: number; x: number }[]>();
  const ranked: { id: string; rank: number; y: number; x: number }[] = [];
  const laneAt = new Map(scene.lanes.map((lane, i) => [lane.id, i]));
  for (const node of scene.nodes) {
    const column = columnName(node, byId);
    const list = columns.get(column) ?? [];
    columns.set(column, list);
    const { x, y } = node;
    const lane = laneAt.get(node.lane ?? '') ?? 0;
    list.push({ stop: node.id, lane, y, x });
    for (const [i, row] of node.rows.entries()) list.push({ stop: row.id, lane, y: y + (i + 1) / 1000, x });
    // Lane by lane, then column by column.
    ranked.push({ id: node.id, rank: rankOf(node, column) + lane * 100, y, x });
  }
  const columnOf = new Map<string, readonly string[]>();
  for (const list of columns.values()) {
    const stops = list.sort((a, b) => a.lane - b.lane || a.y - b.y || a.x - b.x).map((s) => s.stop);
    for (const stop of stops) columnOf.set(stop, stops);
  }
  const nodes = ranked.sort((a, b) => a.rank - b.rank || a.y - b.y || a.x - b.x).map((n) => n.id);
  return { nodes, columnOf };
}

/** Where Tab enters a picture: of an overview, its first lane is enough to tell. */
export function firstStop(scene: Scene): string | null {
  const [lane] = scene.lanes;
  return walkOf(lane ? { ...scene, nodes: scene.nodes.filter((n) => n.lane === lane.id) } : scene).nodes[0] ?? null;
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
