import type { Cluster } from '../../cluster/index.ts';
import type { PrometheusObject } from '../../objects/index.ts';
import type { Json } from '../../yaml/index.ts';
import { get, isMap, list, text } from '../read/json.ts';
import type { ChainLabels, OpenDoor } from '../types.ts';

/** Probes and ScrapeConfigs: possible sources of any series, but for a job name that is given and stays. */
export function otherSources(cluster: Cluster): ChainLabels[] {
  return cluster.ingested.objects.flatMap((raw) => {
    if (raw.group !== 'monitoring.coreos.com' || (raw.kind !== 'Probe' && raw.kind !== 'ScrapeConfig')) return [];
    const field = raw.kind === 'Probe' ? 'probeSelector' : 'scrapeConfigSelector';
    const takers = cluster.prometheuses.filter((p) => p[field] !== null);
    if (cluster.prometheuses.length > 0 && takers.length === 0) return [];
    const spec = get(raw.body(), 'spec');
    const job =
      text(get(spec, 'jobName')) ||
      (bringsJob(spec) ? null : `${raw.kind === 'Probe' ? 'probe' : 'scrapeConfig'}/${raw.namespace}/${raw.name}`);
    return [
      {
        chain: `${raw.id}#0`,
        labels: new Map(job === null || relabels(spec) ? [] : [['job', job]]),
        certain: false,
        honorLabels: get(spec, 'honorLabels') === true,
        foreign: true,
        rewritten: list(get(spec, 'metricRelabelings')).length > 0 ? 'all' : new Set(),
        filters: [],
        enforced: null,
        scrapedBy: cluster.prometheuses.length === 0 ? null : takers.map((p) => p.id),
        hints: [raw.name, ...(job ? [job] : [])],
      },
    ];
  });
}

/** Without `jobName` the job keeps the configuration's long name, unless targets come with one (domain.md b17, b18). */
const bringsJob = (spec: Json | undefined): boolean =>
  ['httpSDConfigs', 'fileSDConfigs'].some((field) => get(spec, field) !== undefined) ||
  [get(spec, 'targets', 'staticConfig'), ...list(get(spec, 'staticConfigs'))].some((c) => get(c, 'labels', 'job') !== undefined);

const relabels = (spec: Json | undefined): boolean =>
  ['relabelings', 'scrapeClass'].some((field) => get(spec, field) !== undefined) ||
  ['staticConfig', 'ingress'].some((kind) => get(spec, 'targets', kind, 'relabelingConfigs') !== undefined);

/** Ways by which series reach one Prometheus past every monitor of the input. */
export function doorsOf(prometheus: PrometheusObject): OpenDoor[] {
  const spec = get(prometheus.raw.body(), 'spec');
  const has = (field: string): boolean => {
    const value = get(spec, field);
    return value === true || (Array.isArray(value) && value.length > 0) || isMap(value);
  };
  const { serviceMonitorSelector, podMonitorSelector, probeSelector, scrapeConfigSelector } = prometheus;
  // Without any selector somebody else writes the configuration (domain.md a5).
  const unmanaged = [serviceMonitorSelector, podMonitorSelector, probeSelector, scrapeConfigSelector].every((s) => s === null);
  const features = list(get(spec, 'enableFeatures')).map(text);
  const remote =
    has('enableRemoteWriteReceiver') ||
    has('enableOTLPReceiver') ||
    has('remoteRead') ||
    features.some((f) => f === 'remote-write-receiver' || f === 'otlp-write-receiver');
  return [
    ...(has('additionalScrapeConfigs') || unmanaged ? [{ code: 'additional-scrape-configs' as const, object: prometheus.id }] : []),
    ...(remote ? [{ code: 'remote' as const, object: prometheus.id }] : []),
  ];
}
