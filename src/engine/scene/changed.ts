import { layout } from './layout/layout.ts';
import type { Change, Scene, SceneEdge, SceneNode, SceneRow } from './types.ts';

/**
 * The picture after, with what changed marked and what is gone still drawn. `stays` tells of objects that are still in
 * the input: a right nobody needs any more is left out of the picture, not shown as removed.
 */
export function changedScene(before: Scene, after: Scene, stays: (object: string) => boolean = () => false): Scene {
  const now = new Set(after.nodes.map((n) => n.id));
  const idle = (n: SceneNode): boolean =>
    !now.has(n.id) && n.guards !== undefined && n.role !== 'missing' && n.object !== null && stays(n.object);
  // A service account without a role left stays in sight where the role itself is removed.
  const holds = new Set(before.nodes.flatMap((n) => (n.guards !== undefined && !now.has(n.id) && !idle(n) ? [n.guards] : [])));
  const old = before.nodes.filter((n) => !idle(n) || holds.has(n.id));
  const merged = merge(old, after.nodes, nodeChange, (a, b) => ({ ...a, rows: rowsOf(b, a) }));
  const nodes = merged.map((n) => (idle(n) ? { ...n, change: null } : n));
  const drawn = new Set(nodes.map((n) => n.id));
  const edges = merge(before.edges, after.edges, edgeChange).filter(
    (e) => drawn.has(e.from.node) && drawn.has(e.to.node) && !(e.change === 'removed' && e.kind === 'guard' && now.has(e.from.node)),
  );
  if (after.lanes.length > 0)
    return { ...after, nodes: nodes.filter((n) => n.change !== 'removed'), edges: edges.filter((e) => e.change !== 'removed') };
  return { ...after, edges, ...layout(nodes, edges) };
}

interface Marked {
  id: string;
  change?: Change;
}

/** Everything of `after` in its order, what only `before` has at the place where it stood. */
function merge<T extends Marked>(
  before: readonly T[],
  after: readonly T[],
  change: (b: T, a: T) => Change,
  join = (a: T, _b: T): T => a,
): T[] {
  const old = new Map(before.map((x) => [x.id, x]));
  const now = new Set(after.map((x) => x.id));
  const merged = after.map((a) => {
    const b = old.get(a.id);
    if (!b) return { ...a, change: 'added' as const };
    const joined = join(a, b);
    return { ...joined, change: change(b, joined) };
  });
  for (const [i, b] of before.entries())
    if (!now.has(b.id)) merged.splice(Math.min(i, merged.length), 0, { ...b, change: 'removed' as const });
  return merged;
}

const rowsOf = (before: SceneNode, after: SceneNode): SceneRow[] => merge(before.rows, after.rows, rowChange);

const rowChange = (b: SceneRow, a: SceneRow): Change =>
  b.text === a.text && b.detail === a.detail && b.scheme === a.scheme ? null : 'changed';

const nodeChange = (b: SceneNode, a: SceneNode): Change =>
  b.title === a.title && b.subtitle === a.subtitle && b.role === a.role && a.rows.every((r) => !r.change) ? null : 'changed';

const edgeChange = (b: SceneEdge, a: SceneEdge): Change =>
  b.label === a.label && b.scheme === a.scheme && b.state === a.state ? null : 'changed';
