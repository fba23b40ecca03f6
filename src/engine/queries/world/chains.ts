import type { Analysis } from '../../analyze.ts';
import type { Chain, Target } from '../../chain/index.ts';
import type { ClusterService } from '../../cluster/index.ts';
import type { Monitor, PrometheusObject } from '../../objects/index.ts';
import { type Resolution, resolveMonitor, type Selection, targetLabels } from '../../scrape/index.ts';
import type { Json } from '../../yaml/index.ts';
import { get, list } from '../read/json.ts';
import type { ChainLabels } from '../types.ts';
import { absentLabels } from './absent.ts';
import { TARGET_LABELS } from './labels.ts';
import { otherSources } from './others.ts';
import { both, NO_REWRITES, nameFilters, type Rewrites, rewrites, rewritesOf } from './rewrites.ts';

/** What every chain of the input puts on its series, one entry a target; Probes and ScrapeConfigs as far as they say. */
export function* chainLabels(analysis: Analysis): Generator<void, ChainLabels[]> {
  const { cluster, chains } = analysis;
  const byId = new Map(chains.map((chain) => [chain.id, chain]));
  const found: ChainLabels[] = otherSources(cluster);
  for (const monitor of cluster.monitors) {
    // Probes and ScrapeConfigs count as far as they say, above.
    if (monitor.kind === 'Probe' || monitor.kind === 'ScrapeConfig') continue;
    for (const resolution of resolveMonitor(cluster, monitor)) found.push(...entriesOf(resolution, byId.get(resolution.id)));
    yield;
  }
  return found;
}

interface Scraper {
  by: readonly string[] | null;
  sure: boolean;
  prometheus: PrometheusObject | null;
}

/** Who scrapes it, one entry for each way its labels can come out; nobody sure and nobody possible leaves an empty list. */
function scrapers(selections: readonly Selection[]): Scraper[] {
  if (selections.length === 0) return [{ by: null, sure: true, prometheus: null }];
  const some = selections.filter((s) => s.state !== 'not-selected');
  if (some.length === 0) return [{ by: [], sure: true, prometheus: null }];
  return some.map(({ prometheus, state }) => ({ by: [prometheus.id], sure: state === 'selected', prometheus }));
}

function entriesOf(r: Resolution, chain: Chain | undefined): ChainLabels[] {
  if (!r.endpoint) return [];
  return scrapers(r.selections).flatMap((scraper) => {
    const settings = settingsOf(r.monitor, r.endpoint?.index ?? 0, scraper.prometheus);
    const hints = hintsOf(r);
    const entry = (labels: ReadonlyMap<string, string | null>, certain: boolean, target: Target | undefined): ChainLabels => {
      const out = new Map(labels);
      for (const name of [...TARGET_LABELS, ...out.keys()]) if (rewrites(settings.classes.labels, name)) out.set(name, null);
      if (settings.enforced !== null) out.set(settings.enforced, r.monitor.namespace);
      return {
        chain: r.id,
        labels: out,
        certain: certain && scraper.sure && !settings.classes.filters,
        honorLabels: settings.honorLabels,
        foreign: handsOn(r, target),
        rewritten: settings.metrics.labels,
        filters: settings.filters,
        enforced: settings.enforced,
        scrapedBy: scraper.by,
        hints,
      };
    };
    const entries = r.targets.flatMap((raw, i) => {
      const made = targetLabels(r, raw);
      if (!made) return [];
      const here = entry(made.labels, made.certain, chain?.targets[i]);
      return [here, ...otherNames(raw.service, here)];
    });
    return [...entries, ...absentLabels(r).map((labels) => entry(labels, false, undefined))];
  });
}

/** The DNS Service that clusters bring is `kube-dns` with kubeadm and `coredns` with other installers. */
function otherNames(service: ClusterService | null, entry: ChainLabels): ChainLabels[] {
  if (service?.providedBy !== 'cluster:dns') return [];
  const { name } = service.service;
  return [{ ...entry, certain: false, labels: new Map([...entry.labels].map(([k, v]) => [k, v === name ? 'coredns' : v])) }];
}

const bodyOf = (prometheus: PrometheusObject | null): Json => (prometheus ? prometheus.raw.body() : {});

interface Settings {
  honorLabels: boolean;
  /** What the scrape class's relabelings may do: they are not followed. */
  classes: Rewrites;
  metrics: Rewrites;
  filters: ChainLabels['filters'];
  enforced: string | null;
}

/** What the endpoint, its scrape class and its Prometheus say about labels (domain.md a8 to a12). */
function settingsOf(monitor: Monitor, index: number, prometheus: PrometheusObject | null): Settings {
  const endpoint = list(get(monitor.raw.body(), 'spec', monitor.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints'))[index];
  const spec = get(bodyOf(prometheus), 'spec');
  const wanted = list(get(spec, 'scrapeClasses')).filter((c) =>
    monitor.scrapeClass ? get(c, 'name') === monitor.scrapeClass : get(c, 'default') === true,
  );
  const of = (holder: Json | undefined, field: string): Rewrites => rewritesOf(get(holder, field), TARGET_LABELS);
  const classes = wanted.map((c) => of(c, 'relabelings')).reduce(both, NO_REWRITES);
  const metrics = wanted.map((c) => of(c, 'metricRelabelings')).reduce(both, of(endpoint, 'metricRelabelings'));
  return {
    honorLabels: get(endpoint, 'honorLabels') === true && get(spec, 'overrideHonorLabels') !== true,
    classes,
    metrics,
    filters: wanted.length === 0 ? nameFilters(get(endpoint, 'metricRelabelings')) : [],
    enforced: prometheus && !isExcluded(prometheus, monitor) ? prometheus.rules.enforcedLabel : null,
  };
}

const RESOURCES: Readonly<Record<string, string>> = {
  ServiceMonitor: 'servicemonitors',
  PodMonitor: 'podmonitors',
  PrometheusRule: 'prometheusrules',
};

/** `excludedFromEnforcement` (prometheus-operator labeler.go IsExcluded). */
export const isExcluded = (
  { rules }: Pick<PrometheusObject, 'rules'>,
  object: { kind: string; namespace: string; name: string },
): boolean =>
  rules.excluded.some(
    (e) => e.resource === RESOURCES[object.kind] && e.namespace === object.namespace && (e.name === '' || e.name === object.name),
  );

/** Programs whose business is the series of others, and recognitions that tell a library, not a program. */
const HANDS_ON = new Set([
  'pushgateway',
  'statsd-exporter',
  'json-exporter',
  'prometheus',
  'thanos',
  'exporter-toolkit',
  'controller-runtime',
]);

/** With honorLabels, whether what answers may bring `job` and `instance` of others: a program not recognised may. */
function handsOn(r: Resolution, target: Target | undefined): boolean {
  if (r.endpoint?.metricsPath.includes('federate')) return true;
  if (!target) return true;
  if (target.workload === null) return target.providedBy === null;
  const last = target.behind.at(-1) ?? target.process;
  return last === null || HANDS_ON.has(last.program) || (last.authorizes && target.behind.length === 0);
}

/** Names by which somebody would call what the monitor scrapes. */
function hintsOf(r: Resolution): string[] {
  const values = r.monitor.selector.requirements.flatMap((q) => (q.operator === 'In' ? q.values : []));
  return [...new Set([r.monitor.name, ...values, ...r.services.map((s) => s.service.service.name)])];
}
