import { isMap } from '../../objects/index.ts';
import { type Json, type JsonMap, readValue, splitDocuments } from '../../yaml/index.ts';
import type { ChangedFile } from '../types.ts';

type Texts = Pick<ChangedFile, 'path' | 'before' | 'after'>;

/** What a cluster knows an object by. */
export interface ObjectId {
  apiVersion: string;
  /** '' for the core group. */
  group: string;
  version: string;
  kind: string;
  /** null where the manifest names none. */
  namespace: string | null;
  name: string;
}
/** One object of the changed files, as data: null where it does not exist yet, or no longer. */
export interface ObjectChange {
  id: ObjectId;
  file: string;
  before: JsonMap | null;
  after: JsonMap | null;
}

/** What became of the objects of changed files, Lists expanded; objects that stay as they are are left out. */
export function objectChanges(changes: readonly Texts[]): ObjectChange[] {
  const found = new Map<string, ObjectChange>();
  for (const { path, before, after } of changes) {
    for (const object of objectsIn(before)) at(found, object, path).before = object.value;
    for (const object of objectsIn(after ?? '')) {
      const change = at(found, object, path);
      change.after = object.value;
      change.file = path;
    }
  }
  return [...found.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after));
}

/** The way back: every text as it was. */
export const inverted = (changes: readonly Texts[]): Texts[] =>
  changes.map(({ path, before, after }) => ({ path, before: after ?? '', after: before === '' ? null : before }));

interface Found {
  id: ObjectId;
  value: JsonMap;
}

function at(found: Map<string, ObjectChange>, { id }: Found, file: string): ObjectChange {
  const key = JSON.stringify([id.group, id.kind, id.namespace, id.name]);
  const known = found.get(key) ?? { id, file, before: null, after: null };
  found.set(key, known);
  return known;
}

const objectsIn = (text: string): Found[] => splitDocuments(text).flatMap((doc) => expanded(readValue(doc.text).value ?? null));

function expanded(value: Json): Found[] {
  if (!isMap(value)) return [];
  const { apiVersion, kind, items } = value;
  if (typeof kind !== 'string' || typeof apiVersion !== 'string') return [];
  if (kind.endsWith('List') && Array.isArray(items)) return items.flatMap(expanded);
  const metadata = value['metadata'];
  const name = isMap(metadata) ? metadata['name'] : null;
  if (typeof name !== 'string' || !isMap(metadata)) return [];
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  const namespace = typeof metadata['namespace'] === 'string' ? metadata['namespace'] : null;
  return [{ id: { apiVersion, group, version, kind, namespace, name }, value }];
}
