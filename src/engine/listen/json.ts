import type { Json, JsonMap } from '../yaml/index.ts';

export const isMap = (value: Json | undefined): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One level down; null where there is none. */
export const step = (value: Json | undefined, key: string): Json =>
  isMap(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null;

/** A text of a map; '' where there is none. */
export function textOf(value: Json | undefined, key: string): string {
  const found = step(value, key);
  return typeof found === 'string' ? found : '';
}
