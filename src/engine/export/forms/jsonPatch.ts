import { isMap } from '../../objects/index.ts';
import type { Json, JsonMap } from '../../yaml/index.ts';

/** An operation of RFC 6902. */
export interface PatchOp {
  op: 'test' | 'add' | 'remove' | 'replace';
  path: string;
  value?: Json;
}

/**
 * The operations that turn one object into another, behind `test` guards that hold for the first alone: every plain value that
 * is replaced or removed, and in lists what tells their items apart, as the operations count on their places. Whole maps are
 * never compared: in a cluster they carry what the API server adds. Operations follow the items by their identity, so that
 * what it added goes and stays with its item. That a key is not there yet is tested as null: so evanphx/json-patch reads it,
 * which kubectl, kustomize and the API server use.
 */
export function jsonPatch(before: JsonMap, after: JsonMap): PatchOp[] {
  const steps = changed(plain(before), plain(after), '');
  const guards = new Map(steps.guards.map((guard) => [guard.path, guard]));
  return [...guards.values(), ...steps.ops];
}

interface Steps {
  guards: PatchOp[];
  ops: PatchOp[];
}
const joined = (steps: readonly Steps[]): Steps => ({ guards: steps.flatMap((s) => s.guards), ops: steps.flatMap((s) => s.ops) });

/** Ordinary objects, whatever prototype the reader gave them. */
const plain = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

function equal(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => equal(item, b[i]));
  if (!isMap(a)) return a === b;
  const keys = Object.keys(a);
  return isMap(b) && keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}

function changed(before: Json, after: Json, path: string): Steps {
  if (equal(before, after)) return joined([]);
  if (isMap(before) && isMap(after) && !Object.hasOwn(before, 'containerPort')) return changedMap(before, after, path);
  if (Array.isArray(before) && Array.isArray(after)) {
    const key = identityOf(before, after);
    return key === null ? changedRun(before, after, path) : changedItems(before, after, path, key);
  }
  // A container port goes as a whole: on the host network a hostPort that the server filled in would stay behind.
  return { guards: stated(before, path), ops: [{ op: 'replace', path, value: after }] };
}

function changedMap(before: JsonMap, after: JsonMap, path: string): Steps {
  const place = (key: string): string => `${path}/${escaped(key)}`;
  const kept = Object.keys(before).map((key) =>
    Object.hasOwn(after, key) ? changed(before[key] ?? null, after[key] ?? null, place(key)) : gone(before[key] ?? null, place(key)),
  );
  const added = Object.keys(after)
    .filter((key) => !Object.hasOwn(before, key))
    .map((key) => ({
      guards: SERVER_SETS.test(place(key)) ? [] : [test(place(key), null)],
      ops: [{ op: 'add' as const, path: place(key), value: after[key] ?? null }],
    }));
  return joined([...kept, ...added]);
}

/** Items that are told apart: changed where they stand, then taken away from the end, then added at their places. */
function changedItems(before: Json[], after: Json[], path: string, key: string): Steps {
  const named = (item: Json | undefined): Json | undefined => (item as JsonMap | undefined)?.[key];
  const other = (item: Json, list: readonly Json[]): Json | undefined => list.find((o) => named(o) === named(item));
  const [stay, still] = [before.filter((b) => other(b, after)), after.filter((a) => other(a, before))];
  const own = before.map((item, i) => test(`${path}/${i}/${key}`, named(item) ?? null));
  if (!stay.every((item, i) => named(item) === named(still[i]))) {
    return { guards: [...own, ...stated(before, path)], ops: [{ op: 'replace', path, value: after }] };
  }
  // What has another name at the same place is the same item with another name.
  const partner = (i: number): Json | undefined =>
    other(before[i] ?? null, after) ?? (before.length === after.length && !other(after[i] ?? null, before) ? after[i] : undefined);
  const changes = before.map((item, i) => {
    const then = partner(i);
    return then === undefined ? { guards: stated(item, `${path}/${i}`), ops: [] } : changed(item, then, `${path}/${i}`);
  });
  const removed = before.flatMap((_, i) => (partner(i) === undefined ? [i] : [])).toReversed();
  const taken = new Set(before.map((_, i) => partner(i)));
  const added = after.flatMap((item, i) => (taken.has(item) ? [] : [{ op: 'add' as const, path: `${path}/${i}`, value: item }]));
  const { guards, ops } = joined(changes);
  return { guards: [...own, ...guards], ops: [...ops, ...removed.map((i) => ({ op: 'remove' as const, path: `${path}/${i}` })), ...added] };
}

/** Items that nothing tells apart: what differs between the beginning and the end that both lists share. */
function changedRun(before: Json[], after: Json[], path: string): Steps {
  const start = countWhile(Math.min(before.length, after.length), (i) => equal(before[i], after[i]));
  const end = countWhile(Math.min(before.length, after.length) - start, (i) => equal(before.at(-1 - i), after.at(-1 - i)));
  const [old, fresh] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const place = (i: number): string => `${path}/${start + i}`;
  const guards = before.length === 0 ? [test(path, before)] : stated(before, path);
  if (old.length === fresh.length) {
    const steps = old.map((item, i) => changed(item, fresh[i] ?? null, place(i)));
    return joined([{ guards, ops: [] }, ...steps.map((step, i) => (isMap(old[i]) ? step : { ...step, guards: [] }))]);
  }
  const removed = old.map((_, i) => ({ op: 'remove' as const, path: place(old.length - 1 - i) }));
  const added = fresh.map((value, i) => ({ op: 'add' as const, path: place(i), value }));
  return { guards, ops: [...removed, ...added] };
}

function countWhile(limit: number, holds: (i: number) => boolean): number {
  let count = 0;
  while (count < limit && holds(count)) count++;
  return count;
}

const gone = (value: Json, path: string): Steps => ({ guards: stated(value, path), ops: [{ op: 'remove', path }] });

/** Guards for what a value says itself. An API server leaves it as it is, but drops null and what is empty and rewrites quantities. */
function stated(value: Json, path: string): PatchOp[] {
  if (Array.isArray(value)) {
    if (value.length > 0 && !value.some((item) => typeof item === 'object')) return [test(path, value)];
    return value.flatMap((item, i) => stated(item, `${path}/${i}`));
  }
  if (isMap(value)) {
    return Object.keys(value).flatMap((key) => (QUANTITIES.has(key) ? [] : stated(value[key] ?? null, `${path}/${escaped(key)}`)));
  }
  return value === null ? [] : [test(path, value)];
}

/** An object without what an API server does not keep: null, and lists with nothing in them. */
export const asServed = (object: JsonMap): JsonMap => withoutEmpty(object) as JsonMap;

function withoutEmpty(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isMap(value)) return value;
  const kept = Object.entries(value).filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0));
  return Object.fromEntries(kept.map(([key, v]) => [key, withoutEmpty(v)]));
}

/** Keys whose values an API server writes in a form of its own (apimachinery resource.Quantity CanonicalizeBytes). */
const QUANTITIES = new Set(['resources', 'limits', 'requests', 'sizeLimit', 'storage', 'capacity']);

/** Places that an API server fills in where a manifest is silent (kubernetes pkg/apis/core/v1/defaults.go, networking v1). */
const SERVER_SETS =
  /\/ports\/\d+\/(protocol|hostPort|targetPort|nodePort)$|\/httpGet\/scheme$|^\/spec\/(type|externalTrafficPolicy|policyTypes)$/;

/** Keys that name an item of a list, as the API merges them. */
const IDENTITIES = ['name', 'containerPort', 'port', 'mountPath', 'ip', 'key'];

/** The key by which every item of both lists is told from the others; null where there is none, and for lists of plain values. */
function identityOf(before: Json[], after: Json[]): string | null {
  const all = [before, after];
  const tells = (key: string): boolean =>
    all.every((list) => {
      const values = list.map((item) => (isMap(item) ? item[key] : undefined));
      return values.every((v) => typeof v === 'string' || typeof v === 'number') && new Set(values).size === values.length;
    });
  return before.length === 0 ? null : (IDENTITIES.find(tells) ?? null);
}

const test = (path: string, value: Json): PatchOp => ({ op: 'test', path, value });
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
