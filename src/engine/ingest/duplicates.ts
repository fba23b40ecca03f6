import type { JsonMap } from '../yaml/index.ts';
import { isFragment } from './fragment.ts';
import type { Doc, Problem, RawObject } from './types.ts';

/**
 * Survivors in input order: the last document of an id wins, as with kubectl apply, but a fragment (a kustomize patch)
 * never replaces a whole object. What was passed over is said, unless it is the same twice.
 */
export function dedupe(objects: readonly RawObject[], docs: ReadonlyMap<string, Doc>): { objects: RawObject[]; problems: Problem[] } {
  const byId = new Map<string, RawObject[]>();
  for (const object of objects) {
    const same = byId.get(object.id);
    if (same) same.push(object);
    else byId.set(object.id, [object]);
  }
  const problems: Problem[] = [];
  const dropped = new Set<RawObject>();
  for (const same of byId.values()) {
    if (same.length < 2) continue;
    const whole = same.filter((o) => !isFragment(o.kind, o.body() as JsonMap));
    const winner = (whole.length > 0 ? whole : same).at(-1) as RawObject;
    const text = JSON.stringify(winner.body());
    for (const o of same) {
      if (o === winner) continue;
      dropped.add(o);
      const fragment = whole.length > 0 && !whole.includes(o);
      if (!fragment && JSON.stringify(o.body()) === text) continue;
      problems.push({
        code: fragment ? 'fragment-ignored' : 'duplicate-object',
        params: { object: o.id, file: winner.file },
        severity: 'info',
        file: o.file,
        line: docs.get(o.doc)?.line ?? 1,
        column: 1,
      });
    }
  }
  return { objects: objects.filter((o) => !dropped.has(o)), problems };
}
