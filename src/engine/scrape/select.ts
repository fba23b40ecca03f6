import type { Cluster } from '../cluster/index.ts';
import type { Monitor, PrometheusObject, Selector } from '../objects/index.ts';
import { verdictOf } from './judged.ts';
import { allHold, compareLabels } from './match.ts';
import type { Comparison, Selection } from './types.ts';
import type { Verdict } from './verdict.ts';

/**
 * Which Prometheus objects take up a monitor: nil selects nothing, `{}` everything; a nil namespace selector means the
 * Prometheus' own namespace (prometheus-operator resource_selector.go, operator.go SelectNamespacesFromCache).
 */
export function selectMonitor(cluster: Cluster, monitor: Monitor): Selection[] {
  return cluster.prometheuses.map((prometheus) => selectFor(cluster, prometheus, monitor));
}

/** What one Prometheus selects by labels and namespace, in input order, with what the operator makes of each. */
export function selectedBy(cluster: Cluster, prometheus: PrometheusObject): { monitor: Monitor; verdict: Verdict }[] {
  return cluster.monitors.flatMap((monitor) => {
    const { verdict } = selectFor(cluster, prometheus, monitor);
    return verdict ? [{ monitor, verdict }] : [];
  });
}

/** What of it the operator turns into jobs: everything it does not refuse. */
export const takenUpBy = (cluster: Cluster, prometheus: PrometheusObject): Monitor[] =>
  selectedBy(cluster, prometheus).flatMap(({ monitor, verdict }) => (verdict.state === 'rejected' ? [] : [monitor]));

/** Which fields of a Prometheus select which kind of object. */
export const SELECTORS = {
  ServiceMonitor: ['serviceMonitorSelector', 'serviceMonitorNamespaceSelector'],
  PodMonitor: ['podMonitorSelector', 'podMonitorNamespaceSelector'],
  Probe: ['probeSelector', 'probeNamespaceSelector'],
  ScrapeConfig: ['scrapeConfigSelector', 'scrapeConfigNamespaceSelector'],
} as const;

function selectFor(cluster: Cluster, prometheus: PrometheusObject, monitor: Monitor): Selection {
  const [select, selectNamespace] = SELECTORS[monitor.kind];
  const made = selectObject(cluster, prometheus.namespace, prometheus[select], prometheus[selectNamespace], monitor);
  return { prometheus, ...made, verdict: made.state === 'selected' ? verdictOf(cluster, prometheus, monitor) : null };
}

/** The same for any kind: by the labels of the object and of its namespace; `own` is the namespace of who selects. */
export function selectObject(
  cluster: Cluster,
  own: string,
  selector: Selector | null,
  namespaces: Selector | null,
  object: Pick<Monitor, 'namespace' | 'labels' | 'at'>,
): Omit<Selection, 'prometheus' | 'verdict'> {
  if (selector === null) return { state: 'not-selected', why: 'nil-selector', labels: [], namespace: [] };
  const labels = compareLabels(selector, object.labels, { mode: 'exact', at: (key) => object.at(['metadata', 'labels', key]) });
  const namespace = compareNamespace(cluster, namespaces, object.namespace);
  const byNamespace = namespace === null ? own === object.namespace : usable(namespaces) && allHold(namespace);
  const byLabels = usable(selector) && allHold(labels);
  const base = { labels, namespace: namespace ?? [] };
  if (byNamespace === false) return { ...base, state: 'not-selected', why: 'namespace' };
  if (byLabels === false) return { ...base, state: 'not-selected', why: 'labels' };
  if (byNamespace === null) return { ...base, state: 'unknown', why: 'namespace' };
  return { ...base, state: 'selected', why: 'selected' };
}

const usable = (selector: Selector | null): boolean => selector === null || selector.invalid === null;

/** null: no namespace selector, so only the Prometheus' own namespace counts. */
function compareNamespace(cluster: Cluster, selector: Selector | null, name: string): Comparison[] | null {
  if (selector === null) return null;
  const info = cluster.namespace(name);
  return compareLabels(selector, info.labels, {
    mode: 'exact',
    known: info.known,
    at: (key) => info.object?.at(['metadata', 'labels', key]) ?? null,
  });
}
