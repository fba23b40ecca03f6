import type { Cluster } from '../../cluster/index.ts';
import type { RawObject } from '../../ingest/index.ts';
import type { KubeObject } from '../../objects/index.ts';
import type { Wanted } from './types.ts';

const known = new WeakMap<Cluster, Map<string, KubeObject[]>>();

/** Objects of some kinds whose text has the name of a Service that is asked about. */
export function ofKinds(cluster: Cluster, kinds: readonly string[], wanted: Wanted | null): KubeObject[] {
  let byKind = known.get(cluster);
  if (!byKind) {
    byKind = new Map<string, KubeObject[]>();
    for (const object of cluster.objects.values()) {
      const list = byKind.get(object.kind);
      if (list) list.push(object);
      else byKind.set(object.kind, [object]);
    }
    known.set(cluster, byKind);
  }
  return kinds.flatMap((kind) => byKind.get(kind) ?? []).filter((o) => wanted === null || wanted.inDoc(o.raw.doc));
}

/** A List of thousands is one text, so that is asked about once. */
export function wantedIn(cluster: Cluster, names: ReadonlySet<string>): Wanted {
  const docs = new Map<string, boolean>();
  const list = [...names];
  const inText = (text: string): boolean => list.some((name) => text.includes(name));
  return {
    inText,
    inDoc(doc) {
      const found = docs.get(doc) ?? inText(cluster.ingested.docs.get(doc)?.text ?? '');
      docs.set(doc, found);
      return found;
    },
  };
}

/** Objects no reader knows, by API group. */
export const foreign = (cluster: Cluster, is: (raw: RawObject) => boolean, wanted: Wanted): RawObject[] =>
  cluster.ingested.objects.filter((raw) => is(raw) && wanted.inDoc(raw.doc));
