import { COLUMNS, type Scene, type SceneEdge, type SceneNode } from '../types.ts';
import { columnOf, columnsOf } from './columns.ts';
import { guardsOf, placeShelf } from './guards.ts';
import { orderColumn, tiesOf } from './order.ts';
import { placeInside } from './pod.ts';
import { SIZE, sizeOf } from './sizes.ts';

/** Guards may stand this wide before they go on a second shelf. */
const SHELF = 740;

export type Laid = Pick<Scene, 'nodes' | 'columns' | 'width' | 'height'>;

/**
 * Columns by role, barycentre order within them, guards on shelves below. O(n log n), no randomness: the same nodes and
 * edges always give the same picture, and an edit moves only what it touches.
 */
export function layout(given: readonly SceneNode[], edges: readonly SceneEdge[]): Laid {
  const nodes = given.map((n) => ({ ...n, x: 0, y: 0, ...sizeOf(n) }));
  const byId = new Map(nodes.map((n) => [n.id, n]));
  const rootOf = (id: string): string => byId.get(id)?.parent ?? id;
  const columns = columnsOf(nodes, edges);
  const ties = tiesOf(byId, edges, rootOf);
  const guards = guardsOf(nodes);
  const inside = new Map<string, SceneNode[]>();
  for (const n of nodes) if (n.parent !== null) inside.set(n.parent, [...(inside.get(n.parent) ?? []), n]);

  const stacks: SceneNode[][] = [];
  const placed = new Map<string, number>();
  const blocks = new Map<string, number>();
  for (const role of COLUMNS) {
    const column = columns.find((c) => c.role === role);
    if (!column) continue;
    const stack = orderColumn(
      nodes.filter((n) => n.parent === null && columnOf(n) === role),
      ties,
      placed,
    );
    let y = 0;
    for (const [i, node] of stack.entries()) {
      placed.set(node.id, i);
      node.x = column.x;
      const before = (ties.into.get(node.id) ?? []).flatMap((t) => byId.get(t.node) ?? []);
      node.y = Math.max(y, ...(before.length > 0 ? [Math.min(...before.map((b) => b.y))] : []));
      if (role === 'pod') placeInside(node, inside.get(node.id) ?? [], columns, ties);
      else node.width = column.width;
      const shelf = role === 'pod' ? placeShelf([node], guards, node.x, node.y + node.height + SIZE.guard, Math.max(node.width, SHELF)) : 0;
      const bottom = guards.has(node.id) && role === 'pod' ? shelf : node.y + node.height;
      blocks.set(node.id, bottom - node.y);
      y = bottom + SIZE.stack;
    }
    stacks.push(stack);
  }
  straighten(stacks, blocks, (id) => (ties.outOf.get(id) ?? []).flatMap((t) => byId.get(t.node) ?? []));
  placeLeftGuards(stacks.flat(), guards, columns);
  const width = Math.max(0, ...nodes.map((n) => n.x + n.width));
  const height = Math.max(0, ...nodes.map((n) => n.y + n.height));
  return { nodes, columns, width, height };
}

/** Moves what leads to lower nodes down beside the first of them, as far as there is room. Pods stay where they are. */
function straighten(stacks: readonly SceneNode[][], blocks: ReadonlyMap<string, number>, after: (id: string) => SceneNode[]): void {
  for (const stack of [...stacks].reverse()) {
    if (stack[0] === undefined || columnOf(stack[0]) === 'pod') continue;
    let limit = Number.POSITIVE_INFINITY;
    for (const node of [...stack].reverse()) {
      const next = after(node.id);
      const wanted = next.length > 0 ? Math.min(...next.map((n) => n.y)) : node.y;
      const height = blocks.get(node.id) ?? node.height;
      node.y = Math.max(node.y, Math.min(wanted, limit - height));
      limit = node.y - SIZE.stack;
    }
  }
}

/** Guards of what stands left of the pods share a band below all of it, where nothing else is. */
function placeLeftGuards(roots: readonly SceneNode[], guards: ReadonlyMap<string, SceneNode[]>, columns: Scene['columns']): void {
  const left = roots.filter((n) => columnOf(n) !== 'pod');
  const service = columns.findLast((c) => ['prometheus', 'endpoint', 'service'].includes(c.role));
  const bottom = Math.max(0, ...left.map((n) => n.y + n.height));
  placeShelf([...left, { id: '' }], guards, 0, bottom + SIZE.guard, Math.max(SHELF, (service?.x ?? 0) + (service?.width ?? 0)));
}
