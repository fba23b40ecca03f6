import type { Scene, SceneEdge, SceneNode } from '../types.ts';
import { anchorY, labelWidth } from './sizes.ts';

/** A drawn edge: SVG path data, and where its label and its mark sit. */
export interface Route {
  path: string;
  x: number;
  y: number;
  /** Runs level where its label sits: room for all of it in one line. */
  level?: boolean;
}

/** Paths of all edges of a picture, as whoever draws it shows them. */
export function routesOf(scene: Scene): Map<string, Route> {
  const byId = new Map(scene.nodes.map((n) => [n.id, n]));
  const routes = new Map<string, Route>();
  const shelves = firstShelves(scene.nodes);
  const beside = new Map<string, number>();
  let turning = 0;
  for (const edge of scene.edges) {
    const from = byId.get(edge.from.node);
    const to = byId.get(edge.to.node);
    if (!from || !to) continue;
    if (edge.kind === 'guard') {
      // Two rights of one account lead the same way: side by side.
      const pair = `${from.id} ${to.id}`;
      const nth = beside.get(pair) ?? 0;
      beside.set(pair, nth + 1);
      routes.set(edge.id, guardRoute(from, to, byId, from.y > (shelves.get(from.guards ?? '') ?? from.y), nth));
    } else if (from.x === to.x) routes.set(edge.id, looped(edge, from, to));
    else if (to.x >= from.x + Math.min(from.width, 40)) routes.set(edge.id, across(edge, from, to, scene.lanes.length > 0 ? 0.28 : 0.5));
    else routes.set(edge.id, turned(edge, from, to, scene, turning++));
  }
  return routes;
}

/** From the right side of one node to the left side of one further right; the label sits at `t` of the curve. */
function across(edge: SceneEdge, from: SceneNode, to: SceneNode, t: number): Route {
  const x1 = Math.min(from.x + from.width, to.x - 44);
  const y1 = from.y + anchorY(from, edge.from.row);
  const x2 = to.x;
  const y2 = to.y + anchorY(to, edge.to.row);
  const bend = Math.max(24, (x2 - x1) * 0.42);
  const at = (a: number, b: number, c: number, d: number) =>
    (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d;
  const path = `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
  return { path, x: at(x1, x1 + bend, x2 - bend, x2), y: at(y1, y1, y2, y2) };
}

/** Within one column: out of the right side and back into it. */
function looped(edge: SceneEdge, from: SceneNode, to: SceneNode): Route {
  const x = Math.max(from.x + from.width, to.x + to.width);
  const y1 = from.y + anchorY(from, edge.from.row);
  const y2 = to.y + anchorY(to, edge.to.row);
  return {
    path: `M${from.x + from.width},${y1} C${x + 40},${y1} ${x + 40},${y2} ${to.x + to.width},${y2}`,
    x: x + 34 + (labelWidth(edge.label) + 30) / 2,
    y: (y1 + y2) / 2,
  };
}

/** Round the end of the line of a folded picture, each edge on its own track. */
function turned(edge: SceneEdge, from: SceneNode, to: SceneNode, scene: Scene, index: number): Route {
  const count = scene.turn?.edges ?? 1;
  const track = index - (count - 1) / 2;
  const y = (scene.turn?.y ?? (from.y + to.y) / 2) + track * 22;
  const x1 = from.x + from.width;
  const x2 = to.x;
  const y1 = from.y + anchorY(from, edge.from.row);
  const y2 = to.y + anchorY(to, edge.to.row);
  const out = x1 + 16 + (count - 1 - index) * 7;
  const back = Math.min(x2 - 16 - (count - 1 - index) * 7, x2 - 12);
  const r = 7;
  const path = [
    `M${x1},${y1} H${out - r} Q${out},${y1} ${out},${y1 + r}`,
    `V${y - r} Q${out},${y} ${out - r},${y}`,
    `H${back + r} Q${back},${y} ${back},${y + r}`,
    `V${y2 - r} Q${back},${y2} ${back + r},${y2} H${x2}`,
  ].join(' ');
  return { path, x: (out + back) / 2 + (index % 2 === 0 ? -80 : 80), y, level: true };
}

/** From the top of a guard to the bottom of what it guards; from the left side where it stands behind another guard. */
function guardRoute(from: SceneNode, to: SceneNode, byId: ReadonlyMap<string, SceneNode>, lower: boolean, nth: number): Route {
  const box = (to.parent === null ? null : byId.get(to.parent)) ?? to;
  if (box.guards !== undefined) {
    const x1 = from.x;
    const y1 = from.y + 20;
    const x2 = box.x + box.width;
    const y2 = box.y + 20;
    const mid = (x1 + x2) / 2;
    return { path: `M${x1},${y1} C${mid},${y1} ${mid},${y2} ${x2},${y2}`, x: mid, y: (y1 + y2) / 2 };
  }
  const x1 = from.x + Math.min(from.width, box.width) / 2 + nth * 26;
  const x2 = Math.min(Math.max(x1, box.x + 14), box.x + box.width - 14);
  const y1 = from.y;
  const y2 = box.y + box.height;
  // From a lower shelf, round what stands on the upper one.
  if (lower) return { path: `M${x1},${y1} V${y1 - 8} H${box.x - 10} V${y2 - 12} H${box.x}`, x: x1, y: y1 - 8 };
  if (x1 === x2) return { path: `M${x1},${y1} V${y2}`, x: x1, y: (y1 + y2) / 2 };
  const mid = y1 - 13;
  return { path: `M${x1},${y1} V${mid} H${x2} V${y2}`, x: x1, y: mid };
}

/** Top of the first shelf under each guarded node. */
function firstShelves(nodes: readonly SceneNode[]): Map<string, number> {
  const tops = new Map<string, number>();
  for (const { guards, y } of nodes) if (guards !== undefined) tops.set(guards, Math.min(y, tops.get(guards) ?? y));
  return tops;
}
