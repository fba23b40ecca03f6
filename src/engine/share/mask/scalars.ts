import type { RawObject } from '../../ingest/index.ts';
import type { Path } from '../../yaml/index.ts';

/** A text inside an object, and the way to it. */
export interface Scalar {
  path: Path;
  /** The nearest key above it. */
  key: string;
  text: string;
}

/** All texts and keys of an object's body. Keys come as texts of their own, under an empty key. */
export function scalarsOf(object: RawObject): Scalar[] {
  const found: Scalar[] = [];
  const walk = (value: unknown, path: Path, key: string): void => {
    if (typeof value === 'string') found.push({ path, key, text: value });
    else if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i], key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) {
        found.push({ path, key: '', text: name });
        walk(item, [...path, name], name);
      }
  };
  walk(object.body(), [], '');
  return found;
}
