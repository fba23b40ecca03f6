import type { Scene, SceneNode } from '../types.ts';
import { columnOf } from './columns.ts';
import { orderColumn, type Ties } from './order.ts';
import { SIZE } from './sizes.ts';

/** Arranges what stands in a pod: containers in a stack, the processes in their own columns beside them. Sets the pod's size. */
export function placeInside(pod: SceneNode, inside: readonly SceneNode[], columns: Scene['columns'], ties: Ties): void {
  const top = pod.y + pod.height + (pod.rows.length + pod.codes.length > 0 ? 2 : 0);
  const placed = new Map<string, number>();
  let bottom = pod.y + pod.height;
  let right = pod.x + (columns.find((c) => c.role === 'pod')?.width ?? pod.width);
  for (const role of ['pod', 'listener', 'upstream'] as const) {
    const column = columns.find((c) => c.role === role);
    const here = inside.filter((n) => columnOf(n) === role);
    if (!column || here.length === 0) continue;
    let y = top;
    // Containers keep the order of the manifest.
    const ordered = role === 'pod' ? here : orderColumn(here, ties, placed);
    for (const [i, node] of ordered.entries()) {
      node.x = role === 'pod' ? column.x + SIZE.inner : column.x;
      node.width = role === 'pod' ? column.width - 2 * SIZE.inner : column.width;
      node.y = y;
      y += node.height + (role === 'pod' ? SIZE.inner : SIZE.stack);
      placed.set(node.id, i);
      const loops = (ties.into.get(node.id) ?? []).some((t) => here.some((n) => n.id === t.node));
      right = Math.max(right, node.x + node.width + (loops ? SIZE.loop : SIZE.inner));
      bottom = Math.max(bottom, node.y + node.height);
    }
  }
  pod.width = right - pod.x;
  pod.height = bottom - pod.y + (inside.length > 0 ? SIZE.inner : 0);
}
