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
  /** The map itself, `{}` where it is absent. */
  readonly value: JsonMap;
  has(key: string): boolean;
  keys(): string[];
  raw(key: string): Json | undefined;
  str(key: string): string | null;
  /** A string; a number or boolean is recorded and kept as text, because it still tells what was meant. */
  text(key: string): string | null;
  bool(key: string): boolean | null;
  int(key: string): number | null;
  /** 1 to 65535. */
  port(key: string): number | null;
  /** IntOrString: a quoted number stays a string. */
  intOrString(key: string): string | number | null;
  strings(key: string): string[];
  /** The place in its list of an entry of `list`. */
  readonly index: number;
  map(key: string): Fields;
  /** The entries that are maps; others are recorded. */
  list(key: string): Fields[];
  labels(key: string): Labels;
  problem(key: string, expected: Expected, sub?: Path): void;
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
    value,
    index: Number(path.at(-1)),
    at: within(raw, path),
    has: (key) => get(key) !== undefined,
    keys: () => Object.keys(value),
    raw: get,
    str: (key) => scalar(key, 'string', isString),
    text(key) {
      const found = get(key);
      if (typeof found === 'string' || found === undefined) return found ?? null;
      problem(key, 'string');
      return typeof found === 'object' ? null : String(found);
    },
    bool: (key) => scalar(key, 'boolean', (v): v is boolean => typeof v === 'boolean'),
    int: (key) => scalar(key, 'integer', (v): v is number => typeof v === 'number' && Number.isInteger(v)),
    port: (key) => scalar(key, 'port-number', (v): v is number => typeof v === 'number' && Number.isInteger(v) && v >= 1 && v <= 65535),
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
      const labels = new PlainLabels();
      if (found === undefined) return labels;
      if (!isMap(found)) {
        problem(key, 'map');
        return labels;
      }
      for (const name of Object.keys(found)) {
        const v = found[name];
        if (typeof v === 'string') labels[name] = v;
        // As Go decodes null into a string.
        else if (v === null || v === undefined) labels[name] = '';
        else {
          problem(key, 'label-value', [name]);
          if (typeof v !== 'object') labels[name] = String(v);
        }
      }
      return labels;
    },
    problem,
    atKey: (key) => within(raw, [...path, key]),
  };
}

/** Maps in which `constructor` and `__proto__` are names like any other. */
const PlainLabels = function PlainLabels() {} as unknown as new () => Record<string, string>;
PlainLabels.prototype = Object.create(null);

/** `spec.endpoints[0].port`, `metadata.labels["app.kubernetes.io/name"]` */
export function fieldName(path: Path): string {
  const stepName = (step: string | number, i: number): string => {
    if (typeof step === 'number') return `[${step}]`;
    if (!/^[\w-]+$/.test(step)) return `["${step}"]`;
    return i === 0 ? step : `.${step}`;
  };
  return path.map(stepName).join('');
}
