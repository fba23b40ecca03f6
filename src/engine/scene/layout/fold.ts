import type { Scene, SceneNode } from '../types.ts';
import { columnOf } from './columns.ts';
import { SIZE } from './sizes.ts';

/**
 * The same picture in two lines, as text wraps: the pods and all that is in them move under the first three columns.
 * For windows too narrow to read it in one line.
 */
export function foldScene(scene: Scene): Scene {
  const pods = scene.columns.find((c) => c.role === 'pod');
  if (!pods || pods.x === 0 || scene.lanes.length > 0) return scene;
  const byId = new Map(scene.nodes.map((n) => [n.id, n]));
  const isRight = (node: SceneNode): boolean => {
    const root = guarded(node, byId);
    const column = columnOf(root);
    return column !== null && ['pod', 'listener', 'upstream'].includes(column);
  };
  const right = new Set(scene.nodes.filter(isRight).map((n) => n.id));
  const turning = scene.edges.filter((e) => !right.has(e.from.node) && right.has(e.to.node)).length;
  const gap = Math.max(SIZE.fold, turning * 22 + 20);
  const bottom = Math.max(0, ...scene.nodes.filter((n) => !right.has(n.id)).map((n) => n.y + n.height));
  const top = Math.min(...scene.nodes.filter((n) => right.has(n.id)).map((n) => n.y));
  const indent = SIZE.gap;
  const nodes = scene.nodes.map((n) => (right.has(n.id) ? { ...n, x: n.x - pods.x + indent, y: n.y - top + bottom + gap } : n));
  return {
    ...scene,
    nodes,
    width: Math.max(...nodes.map((n) => n.x + n.width + (right.has(n.id) ? 0 : 24 + turning * 7))),
    height: Math.max(...nodes.map((n) => n.y + n.height)),
    turn: { y: bottom + gap / 2, edges: turning },
  };
}

function guarded(node: SceneNode, byId: ReadonlyMap<string, SceneNode>): SceneNode {
  let at = node;
  for (let hops = 0; at.guards !== undefined && hops < 4; hops++) at = byId.get(at.guards) ?? at;
  return at;
}
