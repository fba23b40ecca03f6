import type { Json, JsonMap } from '../../yaml/index.ts';
import { type KnownLabels, runRules } from '../rules.ts';
import type { Discovered, TargetStory } from './types.ts';

/** What of a scrape configuration every target starts with. */
export interface Defaults {
  labels: [name: string, value: string][];
  rules: JsonMap[];
}

const text = (value: Json | undefined, fallback: string): string => (typeof value === 'string' && value !== '' ? value : fallback);

/** Defaults of a scrape configuration; intervals fall back to Prometheus' own (prometheus config DefaultScrapeConfig). */
export function defaultsOf(config: JsonMap): Defaults {
  const params = config['params'];
  const first = Object.entries(typeof params === 'object' && params !== null && !Array.isArray(params) ? params : {}).flatMap(
    ([name, values]): [string, string][] => (Array.isArray(values) && values.length > 0 ? [[`__param_${name}`, String(values[0])]] : []),
  );
  const rules = config['relabel_configs'];
  return {
    labels: [
      ['job', text(config['job_name'], '')],
      ['__scrape_interval__', text(config['scrape_interval'], '30s')],
      ['__scrape_timeout__', text(config['scrape_timeout'], '10s')],
      ['__metrics_path__', text(config['metrics_path'], '/metrics')],
      ['__scheme__', text(config['scheme'], 'http')],
      ...first,
    ],
    rules: Array.isArray(rules) ? rules.filter((r): r is JsonMap => typeof r === 'object' && r !== null && !Array.isArray(r)) : [],
  };
}

/**
 * A target from what discovery found: defaults for labels it lacks, the rules, the address check, `instance`
 * (prometheus scrape/target.go PopulateLabels).
 */
export function populate(found: Discovered, { labels: defaults, rules }: Defaults): TargetStory {
  const start: KnownLabels = new Map(found.labels);
  for (const [name, value] of defaults) if (!start.get(name)) start.set(name, start.has(name) && start.get(name) === null ? null : value);
  const { labels, droppedBy, steps, unknown } = runRules(rules, start, { trace: true });
  const known = (name: string): string => labels.get(name) ?? '';
  const address = known('__address__');
  const error =
    droppedBy !== null || labels.get('__address__') === null
      ? null
      : address === ''
        ? 'no-address'
        : address.includes('/')
          ? 'bad-address'
          : null;
  const params = Object.fromEntries(
    [...labels].flatMap(([name, value]) => (name.startsWith('__param_') && value !== null ? [[name.slice('__param_'.length), value]] : [])),
  );
  const scheme = known('__scheme__');
  const path = known('__metrics_path__');
  const final: KnownLabels = new Map([...labels].filter(([name]) => !name.startsWith('__')));
  if (!labels.get('instance')) final.set('instance', address);
  const kept = droppedBy === null && error === null;
  return {
    ...found,
    labels: start,
    url: kept ? urlOf(scheme, address, path, params) : null,
    droppedBy,
    unknown,
    error,
    scheme,
    address,
    path,
    params,
    final,
    steps,
  };
}

function urlOf(scheme: string, address: string, path: string, params: TargetStory['params']): string {
  const query = Object.keys(params)
    .sort()
    .map((name) => `${encodeURIComponent(name)}=${encodeURIComponent(params[name] ?? '')}`)
    .join('&');
  return `${scheme}://${address}${path.startsWith('/') ? '' : '/'}${path}${query === '' ? '' : `?${query}`}`;
}
