import type { Analysis } from '../analyze.ts';
import { callsTo } from '../chain/index.ts';
import type { Doc } from '../ingest/index.ts';
import { type At, type Json, type JsonMap, type Path, readValue } from '../yaml/index.ts';

export const keyOf = ({ doc, path }: At): string => JSON.stringify([doc, path]);

const isMap = (value: Json | undefined): value is JsonMap => value !== null && typeof value === 'object' && !Array.isArray(value);
const valueAt = (root: Json, path: Path): Json | undefined =>
  path.reduce<Json | undefined>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }, root);

/** The value that stands at a place. */
export function readAt({ ingested }: Analysis, at: At): Json | undefined {
  const doc = ingested.docs.get(at.doc);
  if (!doc) return undefined;
  const root = roots.get(doc) ?? readValue(doc.text).value ?? null;
  roots.set(doc, root);
  return valueAt(root, at.path);
}
const roots = new WeakMap<Doc, Json>();

/** `name` of an entry of `ports`, or a field that names such an entry. */
export function isPortName(analysis: Analysis, at: At): boolean {
  const last = at.path.at(-1);
  const declares = last === 'name' && at.path.at(-3) === 'ports';
  if (!declares && last !== 'port' && last !== 'targetPort') return false;
  const value = readAt(analysis, at);
  return typeof value === 'string' && !/^\d+$/.test(value);
}

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

/** What names a declared port without standing in a chain: callers of the Service, probes of the container. */
function besides(analysis: Analysis, at: At, name: string): At[] {
  if (at.path.at(-3) !== 'ports') return [];
  const { cluster } = analysis;
  for (const object of cluster.objects.values()) {
    if (object.kind !== 'Service' || object.at(['spec', 'ports']).doc !== at.doc) continue;
    if (keyOf(object.at(['spec', 'ports'])) !== keyOf({ ...at, path: at.path.slice(0, -2), part: 'value' })) continue;
    return callsTo(cluster, new Set([object.name]))
      .filter(({ use, follows }) => follows && use.port === name && use.namespace === object.namespace)
      .map(({ use }) => use.at);
  }
  const container = at.path.slice(0, -3);
  return probePorts(readAt(analysis, { ...at, path: container }), container)
    .map((path): At => ({ doc: at.doc, path, part: 'value' }))
    .filter((place) => readAt(analysis, place) === name);
}

/** `port` of every handler below a container: probes and lifecycle hooks. */
function probePorts(value: Json | undefined, path: Path): Path[] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([key, child]): Path[] => {
    if (key === 'httpGet' || key === 'tcpSocket') return isMap(child) && Object.hasOwn(child, 'port') ? [[...path, key, 'port']] : [];
    return HANDLERS.has(key) ? probePorts(child, [...path, key]) : [];
  });
}
const HANDLERS: ReadonlySet<string> = new Set(['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle', 'postStart', 'preStop']);
