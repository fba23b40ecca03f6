/** Values that nobody expects where they stand. */
export const NASTY = [
  null,
  true,
  -1,
  1e21,
  '',
  'true',
  '9100',
  '__proto__',
  '{{ .Values.x }}',
  '[::]:x',
  [],
  {},
  [[]],
  { '': '' },
  { name: 1 },
];

/** Paths to every value of a document. */
export function paths(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value === null || typeof value !== 'object') return [path];
  const entries: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...entries.flatMap(([key, below]) => paths(below, [...path, key]))];
}

/** The document with another value at a path. */
export function replaced(value: unknown, path: readonly (string | number)[], by: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return by;
  if (Array.isArray(value)) return value.map((item, i) => (i === key ? replaced(item, rest, by) : item));
  return Object.fromEntries(Object.entries(value as object).map(([k, item]) => [k, k === key ? replaced(item, rest, by) : item]));
}
