import { createPatch } from 'rfc6902';
import type { Json, JsonMap } from '../../yaml/index.ts';
import { isMap } from './objects.ts';

/** An operation of RFC 6902. */
export interface PatchOp {
  op: 'test' | 'add' | 'remove' | 'replace' | 'move' | 'copy';
  path: string;
  value?: Json;
  from?: string;
}

/**
 * The operations that turn one object into another, behind `test` guards that hold for the first alone: every value that is
 * replaced or removed, and in lists what tells their items apart, as the operations count on their places. That a key is not
 * there yet is tested as null: so evanphx/json-patch reads it, which kubectl, kustomize and the API server use.
 */
export function jsonPatch(before: JsonMap, after: JsonMap): PatchOp[] {
  return [...guards(before, after, ''), ...(createPatch(plain(before), plain(after)) as PatchOp[])];
}

/** Ordinary objects, whatever prototype the reader gave them. */
const plain = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;

const same = (a: Json | undefined, b: Json | undefined): boolean => a !== undefined && b !== undefined && deepEqual(a, b);

function deepEqual(a: Json, b: Json): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((item, i) => deepEqual(item, b[i] as Json));
  if (!isMap(a)) return a === b;
  const [keys, others] = [Object.keys(a), isMap(b) ? Object.keys(b) : null];
  return (
    others !== null &&
    keys.length === others.length &&
    keys.every((key) => Object.hasOwn(b as JsonMap, key) && same(a[key], (b as JsonMap)[key]))
  );
}

function guards(before: Json, after: Json, path: string): PatchOp[] {
  if (deepEqual(before, after)) return [];
  if (isMap(before) && isMap(after)) {
    const kept = Object.keys(before).flatMap((key) => {
      const place = `${path}/${escaped(key)}`;
      return Object.hasOwn(after, key) ? guards(before[key] ?? null, after[key] ?? null, place) : [test(place, before[key] ?? null)];
    });
    const added = Object.keys(after).filter((key) => !Object.hasOwn(before, key));
    return [...kept, ...added.map((key) => test(`${path}/${escaped(key)}`, null))];
  }
  if (Array.isArray(before) && Array.isArray(after)) return listGuards(before, after, path);
  return [test(path, before)];
}

function listGuards(before: readonly Json[], after: readonly Json[], path: string): PatchOp[] {
  const key = identityOf(before, after);
  if (key === null) return [test(path, [...before])];
  return before.flatMap((item, i) => {
    const place = `${path}/${i}`;
    const other = after.find((a) => (a as JsonMap)[key] === (item as JsonMap)[key]);
    if (other === undefined) return [test(place, item)];
    const own = test(`${place}/${key}`, (item as JsonMap)[key] ?? null);
    return [own, ...guards(item, other, place).filter((g) => g.path !== own.path)];
  });
}

/** Keys that name an item of a list, as the API merges them. */
const IDENTITIES = ['name', 'containerPort', 'port', 'mountPath', 'ip', 'key'];

/** The key by which every item of both lists is told from the others; null where there is none, and for lists of plain values. */
function identityOf(before: readonly Json[], after: readonly Json[]): string | null {
  const all = [before, after];
  const tells = (key: string): boolean =>
    all.every((list) => {
      const values = list.map((item) => (isMap(item) ? item[key] : undefined));
      return values.every((v) => typeof v === 'string' || typeof v === 'number') && new Set(values).size === values.length;
    });
  return before.length === 0 ? null : (IDENTITIES.find(tells) ?? null);
}

const test = (path: string, value: Json): PatchOp => ({ op: 'test', path, value: plain(value) });
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
