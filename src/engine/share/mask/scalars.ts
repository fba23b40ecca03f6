import type { RawObject } from '../../ingest/index.ts';
import type { Path } from '../../yaml/index.ts';

/** A value inside an object as a text, and the way to it. */
export interface Scalar {
  path: Path;
  /** The nearest key above it. */
  key: string;
  text: string;
}

/** All values and keys of an object's body. Keys come as texts of their own, under an empty key. */
export function scalarsOf(object: RawObject): Scalar[] {
  const found: Scalar[] = [];
  const walk = (value: unknown, path: Path, key: string): void => {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i], key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) {
        found.push({ path, key: '', text: name });
        walk(item, [...path, name], name);
      }
    else if (value !== null && value !== undefined) found.push({ path, key, text: String(value) });
  };
  walk(object.body(), [], '');
  return found;
}
