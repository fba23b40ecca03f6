import type { SceneNode } from '../types.ts';
import { SIZE } from './sizes.ts';

/** Guards by what they guard; by '' where that is not in the picture. */
export function guardsOf(nodes: readonly SceneNode[]): ReadonlyMap<string, SceneNode[]> {
  const ids = new Set(nodes.map((n) => n.id));
  const map = new Map<string, SceneNode[]>();
  for (const node of nodes) {
    if (node.guards === undefined) continue;
    const key = ids.has(node.guards) ? node.guards : '';
    const list = map.get(key);
    if (list) list.push(node);
    else map.set(key, [node]);
  }
  for (const list of map.values()) list.sort((a, b) => (a.id < b.id ? -1 : 1));
  return map;
}

/**
 * Places guards on shelves under what they guard: each with what stands behind it (roles behind a service account) to its
 * right. Returns the bottom of the last shelf.
 */
export function placeShelf(
  roots: readonly Pick<SceneNode, 'id'>[],
  guards: ReadonlyMap<string, SceneNode[]>,
  x: number,
  y: number,
  width: number,
): number {
  let left = x;
  let top = y;
  let bottom = y;
  for (const guard of roots.flatMap((r) => guards.get(r.id) ?? [])) {
    const behind = guards.get(guard.id) ?? [];
    const reach = behind.reduce((w, n) => Math.max(w, n.width), 0);
    const unit = guard.width + (behind.length > 0 ? SIZE.gap + reach : 0);
    if (left > x && left + unit > x + width) {
      left = x;
      top = bottom + SIZE.stack;
    }
    guard.x = left;
    guard.y = top;
    let down = top;
    for (const node of behind) {
      node.x = left + guard.width + SIZE.gap;
      node.y = down;
      down += node.height + SIZE.stack / 2;
    }
    bottom = Math.max(bottom, top + guard.height, down - SIZE.stack / 2);
    left += unit + SIZE.stack;
  }
  return bottom;
}
