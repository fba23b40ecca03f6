import { type RawObject, within } from '../ingest/index.ts';
import type { At, Json, JsonMap, Path } from '../yaml/index.ts';
import type { FieldProblem, Labels } from './types.ts';

type Expected = FieldProblem['expected'];

/**
 * Reads fields of one object tolerantly: a wrong type is recorded and left out, absent and null are the same
 * (as the API server drops nulls). Nothing throws.
 */
export interface Fields {
  readonly path: Path;
  readonly at: At;
  has(key: string): boolean;
  raw(key: string): Json | undefined;
  str(key: string): string | null;
  bool(key: string): boolean | null;
  int(key: string): number | null;
  /** IntOrString: a quoted number stays a string. */
  intOrString(key: string): string | number | null;
  strings(key: string): string[];
  map(key: string): Fields;
  /** The entries that are maps; others are recorded. */
  list(key: string): Fields[];
  labels(key: string): Labels;
  problem(key: string, expected: Expected): void;
  atKey(key: string): At;
}

export const isMap = (value: Json | undefined): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);

export function fieldsOf(raw: RawObject, problems: FieldProblem[]): Fields {
  return make(raw, problems, raw.body(), []);
}

function make(raw: RawObject, problems: FieldProblem[], value: JsonMap, path: Path): Fields {
  const get = (key: string): Json | undefined => {
    const found = Object.hasOwn(value, key) ? value[key] : undefined;
    return found === null ? undefined : found;
  };
  const problem = (key: string, expected: Expected, sub: Path = []): void => {
    const where = [...path, key, ...sub];
    let got: Json | undefined = get(key);
    for (const step of sub) got = Array.isArray(got) ? got[step as number] : isMap(got) ? got[step as string] : undefined;
    problems.push({ at: within(raw, where), field: fieldName(where), expected, got: got ?? null });
  };
  const scalar = <T>(key: string, expected: Expected, is: (v: Json) => v is Json & T): T | null => {
    const found = get(key);
    if (found === undefined) return null;
    if (is(found)) return found;
    problem(key, expected);
    return null;
  };
  const listOf = (key: string): Json[] => {
    const found = get(key);
    if (found === undefined) return [];
    if (Array.isArray(found)) return found;
    problem(key, 'list');
    return [];
  };
  const isString = (v: Json): v is string => typeof v === 'string';
  return {
    path,
    at: within(raw, path),
    has: (key) => get(key) !== undefined,
    raw: get,
    str: (key) => scalar(key, 'string', isString),
    bool: (key) => scalar(key, 'boolean', (v): v is boolean => typeof v === 'boolean'),
    int: (key) => scalar(key, 'integer', (v): v is number => typeof v === 'number' && Number.isInteger(v)),
    intOrString: (key) =>
      scalar(key, 'int-or-string', (v): v is string | number => isString(v) || (typeof v === 'number' && Number.isInteger(v))),
    strings: (key) =>
      listOf(key).flatMap((item, i) => {
        if (isString(item)) return [item];
        problem(key, 'string', [i]);
        return [];
      }),
    map(key) {
      const found = get(key);
      if (found !== undefined && !isMap(found)) problem(key, 'map');
      return make(raw, problems, isMap(found) ? found : {}, [...path, key]);
    },
    list: (key) =>
      listOf(key).flatMap((item, i) => {
        if (isMap(item)) return [make(raw, problems, item, [...path, key, i])];
        // An empty entry says as much as no entry of its own: `from: [null]`.
        if (item !== null) problem(key, 'map', [i]);
        return item === null ? [make(raw, problems, {}, [...path, key, i])] : [];
      }),
    labels(key) {
      const found = get(key);
      if (found === undefined) return {};
      if (!isMap(found)) {
        problem(key, 'map');
        return {};
      }
      const entries = Object.keys(found).flatMap((name): [string, string][] => {
        const v = found[name];
        if (typeof v === 'string') return [[name, v]];
        if (v === null || v === undefined) return [[name, '']];
        problem(key, 'label-value', [name]);
        return typeof v === 'object' ? [] : [[name, String(v)]];
      });
      return Object.fromEntries(entries);
    },
    problem,
    atKey: (key) => within(raw, [...path, key]),
  };
}

/** `spec.endpoints[0].port` */
function fieldName(path: Path): string {
  return path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`)).join('');
}
