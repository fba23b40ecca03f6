import type { KubeObject, Namespace } from '../objects/index.ts';
import type { NamespaceInfo } from './types.ts';

/** The label the API server puts on every namespace. */
const AUTOMATIC = 'kubernetes.io/metadata.name';

/** Namespaces of the input and those its objects live in; one that is only named has the automatic label alone (domain.md a3). */
export function readNamespaces(objects: Iterable<KubeObject>): Map<string, NamespaceInfo> {
  const all = new Map<string, NamespaceInfo>();
  for (const o of objects) {
    if (o.kind === 'Namespace') all.set(o.name, described(o));
    else if (o.namespace !== '' && !all.has(o.namespace)) all.set(o.namespace, implied(o.namespace));
  }
  return all;
}

export const implied = (name: string): NamespaceInfo => ({ name, labels: { [AUTOMATIC]: name }, known: false, object: null });

const described = (object: Namespace): NamespaceInfo => ({
  name: object.name,
  labels: { ...object.labels, [AUTOMATIC]: object.name },
  known: true,
  object,
});
