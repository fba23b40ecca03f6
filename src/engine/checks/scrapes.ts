import type { Chain, Joined } from '../chain/index.ts';
import type { At } from '../yaml/index.ts';

/** One target that a chain scrapes for certain, as it compares with those of other chains. */
export interface Scrape {
  /** Same text, same series: who answers, by which scheme, at which path, with which parameters. */
  url: string;
  chain: string;
  /** Who scrapes it. Without a Prometheus in the input that is at least whoever takes up the monitor. */
  by: readonly string[];
  /** Targets of one chain whose labels are the same are one (prometheus scrape/manager.go). */
  labels: string;
  /** What metric relabelings keep or drop; '' for nothing. */
  filters: string;
  /** What it goes through, as a message names it. */
  through: string;
  target: string;
  port: number;
  endpoint: At;
  /** The labels of the Service it goes through, and its port; null where there is none, or where it is not in the input. */
  labelled: At | null;
  led: At | null;
}

/** Those of which everything is known: no run-time rule decides about them, nothing rewrites where they go. */
export function scrapesOf({ resolution: r, targets }: Joined, { id, targets: judged, status }: Chain): Scrape[] {
  const { endpoint, job, monitor, selections } = r;
  if (!endpoint || !job || status === 'broken' || monitor.kind === 'Probe') return [];
  const selected = selections.filter((s) => s.state === 'selected' && s.verdict?.state !== 'rejected').map((s) => s.prometheus.id);
  const by = selections.length === 0 ? [monitor.id] : selected;
  const asksByRule = job.relabelings.some(({ rule }) => String(rule['target_label'] ?? '').startsWith('__param_'));
  if (by.length === 0 || asksByRule) return [];
  const filters = job.metricRelabelings
    .filter(({ rule }) => rule['action'] === 'keep' || rule['action'] === 'drop')
    .map(({ rule }) => rule);
  const common = { chain: id, by, filters: filters.length === 0 ? '' : JSON.stringify(filters) };
  return targets.flatMap(({ raw }, index) => {
    const { relabelled, workload, service } = raw;
    const certain = relabelled.unknown.length === 0 && relabelled.rewrites.size === 0 && relabelled.scheme !== null;
    if (!certain || raw.asked || raw.protocol !== 'TCP' || judged[index]?.reasons.length !== 0) return [];
    // Shards of one resource have pods of their own, and a Service may take those of one.
    if (workload && workload.families.length > 1) return [];
    const who = workload?.id ?? service?.service.id ?? '';
    const url = JSON.stringify([who, raw.number, relabelled.scheme, endpoint.metricsPath, job.config['params'] ?? null]);
    const labels = JSON.stringify([...relabelled.labels].sort(([a], [b]) => (a < b ? -1 : 1)));
    const through = service?.service.name ?? monitor.name;
    const given = service && service.providedBy === null ? service.service : null;
    const port = raw.servicePort && raw.servicePort.index >= 0 ? raw.servicePort : null;
    const places = {
      endpoint: endpoint.at,
      labelled: given ? given.at(['metadata', 'labels']) : null,
      led: given && port ? given.at(['spec', 'ports', port.index]) : null,
    };
    return [{ ...common, url, labels, through, target: workload?.name ?? through, port: raw.number, ...places }];
  });
}
