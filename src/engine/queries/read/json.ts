import type { Json, JsonMap } from '../../yaml/index.ts';

/** Own properties only, nothing thrown: what people put into JSON is not to be trusted. */
export const isMap = (value: unknown): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);
export const get = (value: Json | undefined, ...steps: string[]): Json | undefined =>
  steps.reduce<Json | undefined>((v, step) => (isMap(v) && Object.hasOwn(v, step) ? v[step] : undefined), value);
export const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);
export const list = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

export function parseJson(source: string): Json | null {
  try {
    return JSON.parse(source) as Json;
  } catch {
    return null;
  }
}
