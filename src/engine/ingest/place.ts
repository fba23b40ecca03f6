import type { At, Json } from '../yaml/index.ts';
import type { Ingested, RawObject } from './types.ts';

/** The object in which a place lies; null where no object of the input does. */
export function objectAt(ingested: Pick<Ingested, 'objects'>, at: Pick<At, 'doc' | 'path'>): RawObject | null {
  let inDocs = known.get(ingested.objects);
  if (!inDocs) {
    inDocs = new Map();
    for (const raw of ingested.objects) inDocs.set(raw.doc, [...(inDocs.get(raw.doc) ?? []), raw]);
    known.set(ingested.objects, inDocs);
  }
  return inDocs.get(at.doc)?.find((raw) => raw.path.every((step, i) => step === at.path[i])) ?? null;
}
const known = new WeakMap<readonly RawObject[], Map<string, RawObject[]>>();

/** What stands at a place of an object, or undefined. */
export function valueAt(raw: RawObject, at: Pick<At, 'path'>): Json | undefined {
  let value: Json | undefined = raw.body();
  for (const key of at.path.slice(raw.path.length)) {
    if (value === null || typeof value !== 'object' || value === undefined) return undefined;
    if (Array.isArray(value)) value = typeof key === 'number' ? value[key] : undefined;
    else value = Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return value;
}
