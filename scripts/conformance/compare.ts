/** JSON with sorted keys: equal values, equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`)
      .join(',')}}`;
  return JSON.stringify(value) ?? 'null';
}

export const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const sorted = (list: readonly unknown[]): string[] => list.map(canonical).sort();

/** Equal as sets of JSON values; repeated entries count. */
export const sameSet = (a: readonly unknown[], b: readonly unknown[]): boolean => same(sorted(a), sorted(b));

interface FirstDifference {
  /** `scrape_configs[0].relabel_configs[3].regex` */
  path: string;
  expected: unknown;
  got: unknown;
}

const keysOf = (value: unknown): string[] => (value !== null && typeof value === 'object' ? Object.keys(value) : []);

/** The first place in which two JSON values differ; the order of keys is free, the order of lists is not. */
export function firstDifference(expected: unknown, got: unknown, path = ''): FirstDifference | null {
  if (same(expected, got)) return null;
  const bothMaps = [expected, got].every((v) => v !== null && typeof v === 'object' && !Array.isArray(v));
  if (!bothMaps && !(Array.isArray(expected) && Array.isArray(got))) return { path: path || '-', expected, got };
  const [a, b] = [expected, got] as [Record<string, unknown>, Record<string, unknown>];
  for (const key of new Set([...keysOf(a), ...keysOf(b)])) {
    const step = Array.isArray(expected) ? `[${key}]` : path === '' ? key : `.${key}`;
    const has = (value: Record<string, unknown>): unknown => (Object.hasOwn(value, key) ? value[key] : undefined);
    const found = firstDifference(has(a), has(b), path + step);
    if (found) return found;
  }
  return { path: path || '-', expected, got };
}
