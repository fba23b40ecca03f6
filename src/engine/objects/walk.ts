import { type Fields, isMap } from './fields.ts';

/** Deeper than any field of a kind that is read this way. */
const DEEPEST = 24;

/** A map with every map inside it, in document order. */
export function mapsIn(fields: Fields, depth = 0): Fields[] {
  if (depth > DEEPEST) return [];
  const inner = fields.keys().flatMap((key) => {
    const value = fields.raw(key);
    if (isMap(value)) return mapsIn(fields.map(key), depth + 1);
    return Array.isArray(value) ? fields.list(key).flatMap((entry) => mapsIn(entry, depth + 1)) : [];
  });
  return [fields, ...inner];
}
