import { readValue } from '../yaml/index.ts';
import { expand } from './expand.ts';
import { identify, metadataText, nameOf } from './identity.ts';
import type { Doc, RawObject } from './types.ts';

/** The objects of a typed list that stayed unread (`ConfigMapList`): only its head and length were looked at. */
export function openList(doc: Doc, defaultNamespace: string): RawObject[] {
  const { value } = readValue(doc.text);
  if (value === undefined) return [];
  return expand(value).items.map((item) => ({
    ...identify(item.apiVersion, item.kind, nameOf(item.body) ?? '', metadataText(item.body, 'namespace') ?? defaultNamespace),
    apiVersion: item.apiVersion,
    kind: item.kind,
    doc: doc.id,
    file: doc.file,
    path: item.path,
    body: () => item.body,
  }));
}
