import type { Json, JsonMap, Path } from '../../yaml/index.ts';

/** Every map inside a value, with the way to it. */
export function* mapsIn(value: Json | undefined, path: Path = []): Generator<[map: JsonMap, path: Path]> {
  if (value === null || typeof value !== 'object' || value === undefined) return;
  if (!Array.isArray(value)) yield [value, path];
  for (const [key, inner] of Object.entries(value)) yield* mapsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

export const field = (map: JsonMap, key: string): Json | undefined => (Object.hasOwn(map, key) ? map[key] : undefined);
export const isPort = (value: Json | undefined): value is string | number => typeof value === 'string' || typeof value === 'number';
