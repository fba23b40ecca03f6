import type { Json, JsonMap, Path } from '../yaml/index.ts';
import type { ProblemCode } from './types.ts';

/** One object of a document, Lists taken apart; kind and apiVersion filled in where a typed list implies them. */
export interface Item {
  path: Path;
  apiVersion: string;
  kind: string;
  body: JsonMap;
}
export interface Fault {
  code: ProblemCode;
  path: Path;
  params?: Record<string, string | number>;
}

const isMap = (v: Json | undefined): v is JsonMap => typeof v === 'object' && v !== null && !Array.isArray(v);
const own = (map: JsonMap, key: string): Json | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);

/** Nested Lists of Lists are data; deeper than this they are a trap. */
const DEEPEST_LIST = 8;

/** Everything kubectl would see in a document: `kind: List`, typed lists (`RoleList`) and single objects. */
export function expand(value: Json): { items: Item[]; faults: Fault[] } {
  const items: Item[] = [];
  const faults: Fault[] = [];
  visit(value, [], null, 0);
  return { items, faults };

  function visit(v: Json, path: Path, implied: { apiVersion: string; kind: string } | null, depth: number): void {
    if (!isMap(v)) {
      faults.push({ code: depth === 0 ? 'not-a-mapping' : 'bad-list-item', path });
      return;
    }
    const kind = own(v, 'kind') ?? implied?.kind;
    const apiVersion = own(v, 'apiVersion') ?? implied?.apiVersion;
    if (kind === undefined || kind === null) return void faults.push({ code: 'no-kind', path });
    if (typeof kind !== 'string' || kind === '') return void faults.push({ code: 'bad-kind', path });
    if (typeof apiVersion !== 'string' || apiVersion === '') return void faults.push({ code: 'no-api-version', path, params: { kind } });
    const list = own(v, 'items');
    if (kind.endsWith('List') && list !== undefined) {
      if (!Array.isArray(list)) return void faults.push({ code: 'bad-list', path: [...path, 'items'], params: { kind } });
      if (depth >= DEEPEST_LIST) return void faults.push({ code: 'too-deep', path });
      const inner = kind === 'List' ? null : { apiVersion, kind: kind.slice(0, -'List'.length) };
      list.forEach((item, i) => {
        visit(item, [...path, 'items', i], inner, depth + 1);
      });
      return;
    }
    items.push({ path, apiVersion, kind, body: v });
  }
}

/** A document that says neither what it is nor in which version, or a JSON patch of a kustomization: not a manifest at all. */
export const isForeign = (value: Json): boolean =>
  isMap(value)
    ? own(value, 'kind') === undefined && own(value, 'apiVersion') === undefined
    : Array.isArray(value) && value.length > 0 && value.every(isPatchStep);

const isPatchStep = (v: Json): boolean => isMap(v) && Object.hasOwn(v, 'op') && Object.hasOwn(v, 'path');

/** `kubectl describe` prints `Name:`, `Namespace:`, `Labels:`, which happens to be YAML. */
export const isDescribe = (value: Json): boolean =>
  isMap(value) && Object.hasOwn(value, 'Name') && (Object.hasOwn(value, 'Namespace') || Object.hasOwn(value, 'Labels'));
