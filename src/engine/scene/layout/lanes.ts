import type { Scene, SceneEdge, SceneNode } from '../types.ts';
import { columnOf, columnsOf } from './columns.ts';
import { orderColumn, tiesOf } from './order.ts';
import { SIZE, sizeOf } from './sizes.ts';

type Lane = Omit<Scene['lanes'][number], 'y' | 'height'> & { nodes: SceneNode[]; edges: SceneEdge[] };

/** Lanes one below the other; their columns stand in line through all of them. */
export function placeLanes(lanes: readonly Lane[]): Pick<Scene, 'nodes' | 'columns' | 'lanes' | 'width' | 'height'> {
  const sized = lanes.map((lane) => ({ ...lane, nodes: lane.nodes.map((n) => ({ ...n, ...sizeOf(n) })) }));
  const columns = columnsOf(
    sized.flatMap((l) => l.nodes),
    sized.flatMap((l) => l.edges),
  ).map((c) => ({ ...c, x: c.x + SIZE.lanePad }));
  let y = 0;
  const placed = sized.map((lane) => {
    const top = y;
    y = placeLane(lane, columns, top) + SIZE.lanePad;
    const { id, title, status, chains } = lane;
    const out = { id, title, status, chains, y: top, height: y - top };
    y += SIZE.lane;
    return out;
  });
  const last = columns.at(-1);
  return {
    nodes: sized.flatMap((l) => l.nodes),
    columns,
    lanes: placed,
    width: (last ? last.x + last.width : 0) + SIZE.lanePad,
    height: Math.max(0, y - SIZE.lane),
  };
}

/** Stacks the nodes of one lane; returns the bottom of the lowest. */
function placeLane(lane: Lane, columns: Scene['columns'], top: number): number {
  const byId = new Map(lane.nodes.map((n) => [n.id, n]));
  const ties = tiesOf(byId, lane.edges, (id) => id);
  const order = new Map<string, number>();
  let bottom = top + SIZE.laneHead;
  for (const column of columns) {
    let y = top + SIZE.laneHead;
    const here = lane.nodes.filter((n) => columnOf(n) === column.role);
    for (const [i, node] of orderColumn(here, ties, order).entries()) {
      order.set(node.id, i);
      node.x = column.x;
      node.y = y;
      node.width = column.width;
      y += node.height + SIZE.stack / 2;
      bottom = Math.max(bottom, node.y + node.height);
    }
  }
  return bottom;
}
