import type { Json, JsonMap } from '../../yaml/index.ts';
import { type KnownLabels, runRules } from '../rules.ts';
import { durationText, parseDuration } from './duration.ts';
import type { Settings } from './settings.ts';
import type { Discovered, TargetStory } from './types.ts';
import { urlOf } from './url.ts';

/** What of a scrape configuration every target starts with. */
export interface Defaults {
  labels: [name: string, value: string][];
  rules: JsonMap[];
  params: ReadonlyMap<string, readonly string[]>;
  defaultPort: boolean;
  legacyNames: boolean;
}

const text = (value: Json | undefined, fallback: string): string => (typeof value === 'string' && value !== '' ? value : fallback);
const PARAM = '__param_';

/** Defaults of a scrape configuration; what it leaves open is the Prometheus object's (prometheus config ScrapeConfig Validate). */
export function defaultsOf(config: JsonMap, settings: Settings): Defaults {
  const params = paramsOf(config['params']);
  const rules = config['relabel_configs'];
  const interval = parseDuration(text(config['scrape_interval'], '')) || parseDuration(settings.interval) || 0;
  const timeout = parseDuration(text(config['scrape_timeout'], '')) || Math.min(parseDuration(settings.timeout) ?? 0, interval);
  return {
    labels: [
      ['job', text(config['job_name'], '')],
      ['__scrape_interval__', durationText(interval)],
      ['__scrape_timeout__', durationText(timeout)],
      ['__metrics_path__', text(config['metrics_path'], '/metrics')],
      ['__scheme__', text(config['scheme'], 'http')],
      ...[...params].map(([name, [first = '']]): [string, string] => [PARAM + name, first]),
    ],
    rules: Array.isArray(rules) ? rules.filter((r): r is JsonMap => typeof r === 'object' && r !== null && !Array.isArray(r)) : [],
    params,
    defaultPort: settings.defaultPort,
    legacyNames: legacyNames(config, settings),
  };
}

/** What a job says of names counts, since there is anything to say (Prometheus 3). */
function legacyNames(config: JsonMap, settings: Settings): boolean {
  const own = config['metric_name_validation_scheme'];
  return settings.defaultPort || typeof own !== 'string' ? settings.legacyNames : own === 'legacy';
}

function paramsOf(written: Json | undefined): Map<string, string[]> {
  const entries = Object.entries(typeof written === 'object' && written !== null && !Array.isArray(written) ? written : {});
  return new Map(entries.flatMap(([name, values]) => (Array.isArray(values) && values.length > 0 ? [[name, values.map(String)]] : [])));
}

/**
 * A target from what discovery found: defaults for labels it lacks, the rules, the checks, `instance`
 * (prometheus scrape/target.go PopulateLabels).
 */
export function populate(found: Discovered, defaults: Defaults): TargetStory {
  const start: KnownLabels = new Map(found.labels);
  for (const [name, value] of defaults.labels)
    if (!start.get(name)) start.set(name, start.has(name) && start.get(name) === null ? null : value);
  const { labels, droppedBy, steps, unknown } = runRules(defaults.rules, start, { trace: true, legacyNames: defaults.legacyNames });
  const known = (name: string): string => labels.get(name) ?? '';
  const scheme = known('__scheme__');
  const path = known('__metrics_path__');
  const written = known('__address__');
  const bare = defaults.defaultPort && written !== '' && WITHOUT_PORT.test(written);
  const address = bare ? `${written}${DEFAULT_PORTS.get(scheme) ?? ''}` : written;
  const error = droppedBy === null ? errorOf(labels, bare) : null;
  if (address !== '') labels.set('__address__', address);
  const query = queryOf(defaults.params, labels);
  const final: KnownLabels = new Map([...labels].filter(([name, value]) => value !== '' && !name.startsWith('__')));
  if (!final.has('instance')) final.set('instance', labels.get('__address__') === null ? null : address);
  return {
    ...found,
    labels: start,
    url: droppedBy === null && error === null ? urlOf({ scheme, address, path, params: query }) : null,
    droppedBy,
    unknown,
    error,
    scheme,
    address,
    path,
    params: Object.fromEntries([...query].map(([name, [first = '']]) => [name, first])),
    final,
    internal: new Map([...labels].filter(([name, value]) => value !== '' && name.startsWith('__') && !name.startsWith('__meta_'))),
    steps,
  };
}

/** A host, or an IPv6 address in brackets, alone. */
const WITHOUT_PORT = /^(?:\[[^[\]]*\]|[^:[\]]*)$/;
const DEFAULT_PORTS: ReadonlyMap<string, string> = new Map([
  ['http', ':80'],
  ['', ':80'],
  ['https', ':443'],
]);

/** Why Prometheus reports an error instead of scraping; null where it does not, or where that hangs on run time. */
function errorOf(labels: KnownLabels, bare: boolean): TargetStory['error'] {
  const address = labels.get('__address__');
  if (address === null) return null;
  if (!address) return 'no-address';
  const scheme = labels.get('__scheme__') ?? null;
  if (bare && scheme !== null && !DEFAULT_PORTS.has(scheme)) return 'bad-scheme';
  if (address.includes('/')) return 'bad-address';
  const [interval, timeout] = ['__scrape_interval__', '__scrape_timeout__'].map((name) => labels.get(name));
  if (interval === null || timeout === null) return null;
  const [longest, asked] = [parseDuration(interval ?? ''), parseDuration(timeout ?? '')];
  return !longest || !asked || asked > longest ? 'bad-interval' : null;
}

/** Parameters of the configuration; a label replaces the first value of its own (scrape/target.go URL). */
function queryOf(params: Defaults['params'], labels: KnownLabels): Map<string, readonly string[]> {
  const query = new Map(params);
  for (const [name, value] of labels) {
    if (!name.startsWith(PARAM) || value === null || value === '') continue;
    const own = name.slice(PARAM.length);
    query.set(own, [value, ...(query.get(own) ?? []).slice(1)]);
  }
  return query;
}
