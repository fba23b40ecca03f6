import type { Sink } from './document.ts';
import { isFragment } from './fragment.ts';
import type { Problem, RawObject } from './types.ts';

/**
 * Survivors in input order: the last document of an id wins, as with kubectl apply, but a fragment (a kustomize patch)
 * never replaces a whole object. What was passed over is said, unless it is the same twice.
 */
export function dedupe({ objects, docs, places }: Pick<Sink, 'objects' | 'docs' | 'places'>): {
  objects: RawObject[];
  problems: Problem[];
} {
  const byId = new Map<string, RawObject[]>();
  for (const object of objects) {
    const same = byId.get(object.id);
    if (same) same.push(object);
    else byId.set(object.id, [object]);
  }
  const problems: Problem[] = [];
  const dropped = new Set<RawObject>();
  const isSame = (a: RawObject, b: RawObject): boolean => {
    const [one, other] = [docs.get(a.doc), docs.get(b.doc)];
    if (a.path.length === 0 && b.path.length === 0 && one?.text === other?.text) return true;
    // Not worth reading what else would stay unread.
    if (one?.status === 'unread' || other?.status === 'unread') return false;
    return JSON.stringify(a.body()) === JSON.stringify(b.body());
  };
  for (const same of byId.values()) {
    if (same.length < 2) continue;
    const whole = same.filter((o) => !isFragment(o));
    const winner = (whole.length > 0 ? whole : same).at(-1) as RawObject;
    for (const o of same) {
      if (o === winner) continue;
      dropped.add(o);
      const fragment = whole.length > 0 && !whole.includes(o);
      // Without names nothing says that two objects are the same one, and the missing name is reported already.
      if (o.name === '' || (!fragment && isSame(o, winner))) continue;
      const doc = docs.get(o.doc);
      problems.push({
        code: fragment ? 'fragment-ignored' : 'duplicate-object',
        params: { object: o.id, file: winner.file },
        severity: 'info',
        file: o.file,
        ...(doc ? places.ofPath(doc, o.path) : { line: 1, column: 1 }),
      });
    }
  }
  return { objects: dropped.size === 0 ? objects : objects.filter((o) => !dropped.has(o)), problems };
}
