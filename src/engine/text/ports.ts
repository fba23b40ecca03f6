import type { Analysis } from '../analyze.ts';
import { callsTo } from '../chain/index.ts';
import { objectAt, valueAt } from '../ingest/index.ts';
import type { At, Json } from '../yaml/index.ts';

const keyOf = ({ doc, path }: At): string => JSON.stringify([doc, path]);

/** The value that stands at a place. */
export function readAt({ ingested }: Analysis, at: At): Json | undefined {
  const raw = objectAt(ingested, at);
  return raw ? valueAt(raw, at) : undefined;
}

/** `name` of an entry of `ports`, or a field that names such an entry. */
export function isPortName(analysis: Analysis, at: At): boolean {
  const last = at.path.at(-1);
  if (!declares(at) && last !== 'port' && last !== 'targetPort') return false;
  const value = readAt(analysis, at);
  return typeof value === 'string' && !/^\d+$/.test(value);
}
const declares = ({ path }: At): boolean => path.at(-1) === 'name' && path.at(-3) === 'ports';

/** The name of an entry of `ports` where the entry as a whole is meant. */
export function nameIn(analysis: Analysis, at: At): At {
  if (typeof at.path.at(-1) !== 'number' || at.path.at(-2) !== 'ports') return at;
  const name: At = { doc: at.doc, path: [...at.path, 'name'], part: 'value' };
  return typeof readAt(analysis, name) === 'string' ? name : at;
}

/**
 * Every place that names the same port as the one given: declared names, and who asks for them, as far as the chains, the
 * callers of a Service and the probes of a container tie them together.
 */
export function tiedNames(analysis: Analysis, start: At, name: string): At[] {
  const partners = new Map<string, At[]>();
  const tie = (a: At, b: At): void => {
    partners.set(keyOf(a), [...(partners.get(keyOf(a)) ?? []), b]);
    partners.set(keyOf(b), [...(partners.get(keyOf(b)) ?? []), a]);
  };
  const names = (at: At): boolean => isPortName(analysis, at) && readAt(analysis, at) === name;
  for (const { left, right, holds } of analysis.chains.flatMap((c) => c.links.flatMap((l) => l.facts))) {
    if (holds !== true || !left?.at || !right?.at) continue;
    const [a, b] = [nameIn(analysis, left.at), nameIn(analysis, right.at)];
    if (names(a) && names(b)) tie(a, b);
  }

  const found = new Map([[keyOf(start), start]]);
  const queue = [start];
  for (let at = queue.pop(); at; at = queue.pop()) {
    for (const next of [...(partners.get(keyOf(at)) ?? []), ...besides(analysis, at, name)]) {
      if (found.has(keyOf(next))) continue;
      found.set(keyOf(next), next);
      queue.push(next);
    }
  }
  return [...found.values()];
}

/** What names a declared port without standing in a chain: callers of its Service, probes of its container. */
function besides({ cluster, ingested }: Analysis, at: At, name: string): At[] {
  const id = declares(at) ? objectAt(ingested, at)?.id : undefined;
  const object = id === undefined ? undefined : cluster.objects.get(id);
  if (object?.kind === 'Service') {
    return callsTo(cluster, new Set([object.name]))
      .filter(({ use, follows }) => follows && use.port === name && use.namespace === object.namespace)
      .map(({ use }) => use.at);
  }
  if (!object || !('pod' in object)) return [];
  return object.pod.containers
    .filter((c) => c.path !== null && keyOf(object.at(c.path)) === keyOf({ ...at, path: at.path.slice(0, -3) }))
    .flatMap((c) => c.probes.filter((p) => p.port === name))
    .map((p): At => ({ doc: p.at.doc, path: [...p.at.path, 'port'], part: 'value' }));
}
