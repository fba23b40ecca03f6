import type { Cluster } from '../../cluster/index.ts';
import { meets } from '../../objects/index.ts';
import type { Json, JsonMap } from '../../yaml/index.ts';
import { roleOf } from '../config/index.ts';
import { defaultsOf, populate } from './populate.ts';
import { BY_ROLE, nodeTargets } from './roles.ts';
import { parseSelector } from './selectorText.ts';
import { type Settings, settingsOf } from './settings.ts';
import type { Discovered, Found, JobTargets, TargetStory } from './types.ts';

export { type Settings, settingsOf } from './settings.ts';
export type { JobTargets, TargetStory } from './types.ts';

/** Stories of dropped targets that are kept; the others are only counted. */
const SHOWN = 300;

export interface SimulateOptions {
  /** What the reloader puts for `$(SHARD)`. */
  shard: number;
  /** Own namespace of the Prometheus pod, for `own_namespace`. */
  ownNamespace: string;
  /** What a running cluster decides is unknown, instead of an example. */
  symbolic?: boolean;
  /** `settingsOf` the Prometheus object; those of one that says nothing where it is not known. */
  settings?: Settings;
  /** Hears of every raw target, those that equal another and those beyond `SHOWN` included. */
  each?: (story: TargetStory) => void;
}

/**
 * What Prometheus would discover for one entry of `scrape_configs` over the objects of a cluster, keep and drop, with the
 * final labels (prometheus discovery/kubernetes, discovery/static, scrape/target.go).
 */
export function simulate(cluster: Cluster, config: JsonMap, options: SimulateOptions): JobTargets {
  const own = expandPlaceholders(config, { SHARD: String(options.shard) });
  const defaults = defaultsOf(own, options.settings ?? settingsOf(null));
  const drops = new Map<number, number>();
  const out: JobTargets = {
    discovered: 0,
    dropped: 0,
    drops,
    duplicates: 0,
    kept: [],
    droppedStories: [],
    elsewhere: elsewhereOf(own),
    simulated: false,
  };
  const kept = new Map<string, TargetStory>();
  for (const found of discover(cluster, own, options)) {
    out.discovered++;
    if (found.pod ? !found.pod.live : found.service?.external) out.simulated = true;
    const story = populate(asAsked(found, options), defaults);
    options.each?.(story);
    if (story.droppedBy !== null || story.error !== null) {
      if (story.droppedBy !== null) {
        out.dropped++;
        drops.set(story.droppedBy, (drops.get(story.droppedBy) ?? 0) + 1);
      }
      if (out.droppedStories.length < SHOWN) out.droppedStories.push(story);
      continue;
    }
    const key = keyOf(story);
    if (kept.has(key)) out.duplicates++;
    // Of equal targets the last one found stays.
    kept.set(key, story);
  }
  return { ...out, kept: [...kept.values()] };
}

/** Labels that a running cluster decides, of pods that are only known by their template. */
const EXAMPLES =
  /^__address__$|^__meta_kubernetes_(?:pod_(?:name|ip|host_ip|node_name|ready)|.*_(?:node_name|address_target_name|conditions_.*))$/;

function asAsked(found: Found, { symbolic = false }: SimulateOptions): Discovered {
  const port = /:(\d+)$/.exec(found.labels.get('__address__') ?? '')?.[1];
  const discovered = { ...found, port: port === undefined ? null : Number(port) };
  if (!symbolic || found.pod === null || found.pod.live) return discovered;
  const labels = new Map([...found.labels].map(([name, value]) => [name, EXAMPLES.test(name) ? null : value] as const));
  return { ...discovered, labels };
}

/** Targets are the same where their URL and all labels but the meta labels agree (scrape/target.go hash). */
const keyOf = (t: TargetStory): string => JSON.stringify([t.url, [...t.final, ...t.internal].sort(([a], [b]) => (a < b ? -1 : 1))]);

const isMap = (value: Json | undefined): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);
const maps = (value: Json | undefined): JsonMap[] => (Array.isArray(value) ? value.filter(isMap) : []);
const texts = (value: Json | undefined): string[] => (Array.isArray(value) ? value.filter((v) => typeof v === 'string') : []);

function* discover(cluster: Cluster, config: JsonMap, options: SimulateOptions): Generator<Found> {
  for (const sd of maps(config['kubernetes_sd_configs'])) yield* kubernetes(cluster, sd, options);
  for (const group of maps(config['static_configs'])) {
    const labels = Object.entries(isMap(group['labels']) ? group['labels'] : {}).map(([name, value]) => [name, String(value)] as const);
    for (const target of texts(group['targets']))
      yield { labels: new Map<string, string | null>([...labels, ['__address__', target]]), service: null, pod: null };
  }
}

function* kubernetes(cluster: Cluster, sd: JsonMap, options: SimulateOptions): Generator<Found> {
  const role = roleOf({ config: { kubernetes_sd_configs: [sd] } });
  if (role === null) return;
  if (role === 'node') {
    yield* nodeTargets();
    return;
  }
  const admits = selectorsOf(sd, role);
  for (const namespace of namespacesOf(cluster, sd, options))
    for (const found of BY_ROLE[role](cluster, namespace)) if (admits(found)) yield found;
}

/** Namespaces of an entry; all that the input knows where it names none. */
export function namespacesOf(cluster: Cluster, sd: JsonMap, { ownNamespace }: Pick<SimulateOptions, 'ownNamespace'>): string[] {
  const wanted = isMap(sd['namespaces']) ? sd['namespaces'] : {};
  const names = texts(wanted['names']);
  if (wanted['own_namespace'] === true) names.push(ownNamespace);
  return names.length > 0 ? [...new Set(names)] : [...cluster.namespaces.keys()].sort();
}

/**
 * `selectors` are the API server's to evaluate, on the labels of each kind the role lists (domain.md b9): what the role is
 * about is not seen without them, a Service or pod beside it only lacks its labels. Field selectors split pods among
 * agents and leave nobody out.
 */
function selectorsOf(sd: JsonMap, main: string): (found: Found) => boolean {
  const selectors = maps(sd['selectors']).flatMap((s) => {
    const wanted = typeof s['label'] === 'string' ? parseSelector(s['label']) : null;
    return wanted ? [{ role: String(s['role'] ?? ''), wanted }] : [];
  });
  return ({ labels }) => {
    for (const { role, wanted } of selectors) {
      const of = (key: string) => labels.get(`__meta_kubernetes_${role}_label_${key.replace(/[^a-zA-Z0-9_]/g, '_')}`) ?? undefined;
      if (wanted.every((r) => meets({ ...r, at: NOWHERE, fromMatchLabels: false }, of(r.key)))) continue;
      if (role === main) return false;
      for (const name of [...labels.keys()]) if (name.startsWith(`__meta_kubernetes_${role}_`)) labels.delete(name);
    }
    return true;
  };
}
const NOWHERE = { doc: '', path: [], part: 'value' } as const;

/** Service discoveries that ask somebody outside the cluster. */
const elsewhereOf = (config: JsonMap): string[] =>
  Object.keys(config)
    .filter((key) => key.endsWith('_sd_configs') && key !== 'kubernetes_sd_configs' && maps(config[key]).length > 0)
    .map((key) => key.replace(/_sd_configs$/, ''));

/** `$(NAME)` as the config reloader fills it in before Prometheus reads the file. */
function expandPlaceholders(config: JsonMap, values: Readonly<Record<string, string>>): JsonMap {
  const rules = maps(config['relabel_configs']).map((rule) => {
    const { regex, replacement } = rule;
    const fill = (value: Json | undefined) =>
      typeof value === 'string' ? value.replace(/\$\((\w+)\)/g, (whole, name: string) => values[name] ?? whole) : value;
    const filled = { ...rule };
    if (regex !== undefined) filled['regex'] = fill(regex) as Json;
    if (replacement !== undefined) filled['replacement'] = fill(replacement) as Json;
    return filled;
  });
  return { ...config, relabel_configs: rules };
}
