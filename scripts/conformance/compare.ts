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
