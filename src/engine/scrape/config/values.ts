import type { Fields } from '../../objects/index.ts';
import { type At, type Json, type JsonMap, PlainMap } from '../../yaml/index.ts';

export const isScalar = (value: Json | undefined): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Sets a key unless there is nothing to set. */
export function put(map: JsonMap, key: string, value: Json | undefined | null): void {
  if (value !== undefined && value !== null) map[key] = value;
}

/** The scalar of a field as it is written; undefined when absent or no scalar. */
export function scalar(fields: Fields, key: string): string | number | boolean | undefined {
  const found = fields.raw(key);
  return isScalar(found) ? found : undefined;
}

/** The text of a field; undefined when absent or empty, as for a Go string with `omitempty`. */
export const text = (fields: Fields, key: string): string | undefined => fields.text(key) || undefined;

/** A map with its keys sorted, as go-yaml writes Go maps; null when the field is absent. */
export function sortedMap(fields: Fields, key: string, value: (found: Json) => Json | undefined): JsonMap | null {
  const found = fields.raw(key);
  if (found === undefined || found === null || typeof found !== 'object' || Array.isArray(found)) return null;
  const map: JsonMap = new PlainMap();
  for (const name of Object.keys(found).sort()) put(map, name, value(found[name] as Json));
  return map;
}

/** Values of a `map[string]string`. */
export const asText = (found: Json): Json | undefined => (found === null ? '' : isScalar(found) ? String(found) : undefined);

/** Values of a `map[string][]string`. */
export const asTexts = (found: Json): Json | undefined =>
  found === null ? [] : Array.isArray(found) ? found.filter(isScalar).map(String) : undefined;

/** A list of texts with the place of every entry. */
export function entries(fields: Fields, key: string): { text: string; at: At }[] {
  const found = fields.raw(key);
  if (!Array.isArray(found)) return [];
  const at = fields.atKey(key);
  return found.flatMap((item, i) => (isScalar(item) ? [{ text: String(item), at: { ...at, path: [...at.path, i] } }] : []));
}

/** The texts of a list alone. */
export const texts = (fields: Fields, key: string): string[] => entries(fields, key).map((e) => e.text);

const EXPONENTS: Readonly<Record<string, number>> = { n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const QUANTITY = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([KMGTPE])i|([numkMGTPE])|[eE]([+-]?\d{1,3}))?$/;

/** A Kubernetes quantity as a number (`resource.Quantity` AsApproximateFloat64): `12.124`, `1100m`, `1Ki`. */
export function quantity(found: Json | undefined): number | null {
  if (typeof found === 'number') return found;
  const parts = typeof found === 'string' ? QUANTITY.exec(found) : null;
  if (!parts) return null;
  const [, digits, binary, decimal, exponent] = parts;
  if (binary) return Number(digits) * 1024 ** ('KMGTPE'.indexOf(binary) + 1);
  return Number(`${digits}e${exponent ?? (decimal ? EXPONENTS[decimal] : 0)}`);
}
