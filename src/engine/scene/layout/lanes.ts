import type { Scene, SceneEdge, SceneGroup, SceneLane, SceneNode } from '../types.ts';
import { columnOf, columnsOf } from './columns.ts';
import { orderColumn, tiesOf } from './order.ts';
import { SIZE, sizeOf } from './sizes.ts';

export type Lane = Omit<SceneLane, 'x' | 'y' | 'width' | 'height'> & { nodes: SceneNode[]; edges: SceneEdge[] };
/** A namespace and its lanes, in the order they are read. */
export type LaneGroup = Pick<SceneGroup, 'namespace' | 'status' | 'folded'> & { lanes: Lane[] };

/** Up to this height lanes stand in one column, which is read downwards; more go side by side. */
const TALL = 3200;
/** Width to height of pictures in several columns: that of the room beside a list and details. */
const SHAPE = 1.2;

/** Lanes one below the other, in as many columns as make the whole the shape of a screen; within all of them nodes stand in line. */
export function placeLanes(groups: readonly LaneGroup[]): Pick<Scene, 'nodes' | 'columns' | 'lanes' | 'groups' | 'width' | 'height'> {
  const shown = groups.flatMap((g) => (g.folded ? [] : g.lanes));
  const sized = new Map(shown.map((lane) => [lane, lane.nodes.map((n) => ({ ...n, ...sizeOf(n) }))]));
  const columns = columnsOf(
    [...sized.values()].flat(),
    shown.flatMap((l) => l.edges),
  ).map((c) => ({ ...c, x: c.x + SIZE.lanePad }));
  const last = columns.at(-1);
  const width = Math.max((last ? last.x + last.width : 0) + SIZE.lanePad, groups.some((g) => g.folded) ? SIZE.foldedLane : 0);
  const heights = new Map([...sized].map(([lane, nodes]) => [lane, placeInside(lane, nodes, columns)]));
  const headed = groups.length > 1;
  const total = (headed ? groups.length * SIZE.group : 0) + sum([...heights.values()].map((h) => h + SIZE.lane));
  const count = total <= TALL ? 1 : Math.ceil(Math.sqrt((SHAPE * total) / width));
  const limit = count === 1 ? Number.POSITIVE_INFINITY : total / count;

  const at = { x: 0, y: 0 };
  const bottoms: number[] = [];
  const lanes: SceneLane[] = [];
  const heads: SceneGroup[] = [];
  const turn = () => {
    bottoms.push(at.y);
    at.x += width + SIZE.laneGap;
    at.y = 0;
  };
  for (const group of groups) {
    const { namespace, status, folded } = group;
    const told = { namespace, status, folded, lanes: group.lanes.length, chains: new Set(group.lanes.flatMap((l) => l.chains)).size };
    const title = (again: boolean) => {
      if (!headed) return;
      const id = `group ${namespace}${again ? ` ${at.x}` : ''}`;
      heads.push({ id, ...told, again, x: at.x, y: at.y, width, height: SIZE.group - SIZE.lane });
      at.y += SIZE.group;
    };
    const first = folded ? undefined : group.lanes[0];
    // A heading does not stand alone at the foot of a column.
    if (at.y > 0 && at.y + SIZE.group + (first ? (heights.get(first) ?? 0) : 0) > limit) turn();
    title(false);
    if (folded) continue;
    for (const lane of group.lanes) {
      const height = heights.get(lane) ?? 0;
      if (lane !== first && at.y + height > limit) {
        turn();
        title(true);
      }
      for (const node of sized.get(lane) ?? []) {
        node.x += at.x;
        node.y += at.y;
      }
      const { id, title: name, workload, group: under, status: worst, chains } = lane;
      lanes.push({ id, title: name, workload, group: under, status: worst, chains, x: at.x, y: at.y, width, height });
      at.y += height + SIZE.lane;
    }
  }
  bottoms.push(at.y);
  return {
    nodes: [...sized.values()].flat(),
    columns,
    lanes,
    groups: heads,
    width: at.x + width,
    height: Math.max(0, Math.max(...bottoms) - SIZE.lane),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Stacks the nodes of one lane from its top left corner; returns the height it takes. */
function placeInside(lane: Lane, nodes: readonly SceneNode[], columns: Scene['columns']): number {
  const ties = tiesOf(new Map(nodes.map((n) => [n.id, n])), lane.edges, (id) => id);
  const order = new Map<string, number>();
  let bottom: number = SIZE.laneHead;
  for (const column of columns) {
    let y: number = SIZE.laneHead;
    const here = nodes.filter((n) => columnOf(n) === column.role);
    for (const [i, node] of orderColumn(here, ties, order).entries()) {
      order.set(node.id, i);
      node.x = column.x;
      node.y = y;
      node.width = column.width;
      y += node.height + SIZE.stack / 2;
      bottom = Math.max(bottom, node.y + node.height);
    }
  }
  return bottom + SIZE.lanePad;
}
