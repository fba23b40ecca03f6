import type { Cluster, ClusterService, Workload } from '../cluster/index.ts';
import type { Monitor, MonitorEndpoint, Selector } from '../objects/index.ts';
import { type DiscoveryRole, generateJob, roleOf, type ScrapeJob } from './config/index.ts';
import { discoverPods, discoverService } from './discover.ts';
import { discoverAddresses } from './discoverAddress.ts';
import { discoverSimulated } from './discoverSimulated.ts';
import { indexesOf } from './indexes.ts';
import { allHold, compareLabels } from './match.ts';
import { NOBODY, worldOf } from './operator.ts';
import { selectMonitor } from './select.ts';
import type { Comparison, Resolution, Selection } from './types.ts';

/** Follows every endpoint of a monitor to the targets Prometheus would keep; one Resolution per endpoint. */
export function resolveMonitor(cluster: Cluster, monitor: Monitor): Resolution[] {
  const selections = selectMonitor(cluster, monitor);
  const namespaces = namespacesOf(monitor, selections);
  const base: Resolution = { id: `${monitor.id}#-`, monitor, selections, namespaces, endpoint: null, job: null, ...nothing() };
  if (monitor.endpoints.length === 0) return [base];
  const services = monitor.kind === 'ServiceMonitor' ? matchingServices(cluster, monitor, namespaces) : [];
  const pods = monitor.kind === 'PodMonitor' ? matchingPods(cluster, monitor, namespaces) : [];
  const found = (endpoint: MonitorEndpoint, job: ScrapeJob): Found => {
    if (monitor.kind === 'ServiceMonitor') return byServices(cluster, monitor, endpoint, services, job);
    if (monitor.kind === 'PodMonitor') return byPods(monitor, endpoint, pods, job);
    if (endpoint.by === 'address') return discoverAddresses(cluster, endpoint, callerOf(monitor, selections), job);
    if (endpoint.by === 'kubernetes') return discoverSimulated(cluster, endpoint, job, callerOf(monitor, selections));
    return { ...nothing(), elsewhere: endpoint.by };
  };
  return monitor.endpoints.flatMap((endpoint) => {
    const job = jobOf(cluster, monitor, endpoint, selections);
    return job === null ? [] : [{ ...base, id: `${monitor.id}#${endpoint.index}`, endpoint, job, ...found(endpoint, job) }];
  });
}

type Found = Pick<Resolution, 'services' | 'pods' | 'targets' | 'misses' | 'skipped' | 'elsewhere'>;
const nothing = (): Found => ({ services: [], pods: [], targets: [], misses: [], skipped: [], elsewhere: null });

function byServices(
  cluster: Cluster,
  monitor: Monitor,
  endpoint: MonitorEndpoint,
  services: Resolution['services'],
  job: ScrapeJob,
): Found {
  const parts = services.map(({ service }) => discoverService(cluster, monitor, endpoint, service, job));
  const misses = parts.flatMap((p) => p.misses);
  if (services.length === 0) misses.push({ code: 'service-not-found', service: null, workload: null, asked: null });
  return { ...nothing(), services, misses, targets: parts.flatMap((p) => p.targets), skipped: parts.flatMap((p) => p.skipped) };
}

function byPods(monitor: Monitor, endpoint: MonitorEndpoint, pods: Resolution['pods'], job: ScrapeJob): Found {
  const found = discoverPods(
    monitor,
    endpoint,
    pods.map((p) => p.workload),
    job,
  );
  if (pods.length === 0) found.misses.push({ code: 'no-workload', service: null, workload: null, asked: null });
  return { ...nothing(), ...found, pods };
}

/**
 * The job that the first Prometheus to take the monitor up would have; where none does, as one without settings of its own
 * would have it.
 */
function jobOf(cluster: Cluster, monitor: Monitor, endpoint: MonitorEndpoint, selections: readonly Selection[]): ScrapeJob | null {
  const taken = selections.find((s) => s.state === 'selected')?.prometheus.raw ?? NOBODY;
  const index = monitor.kind === 'Probe' || monitor.kind === 'ScrapeConfig' ? null : endpoint.index;
  return generateJob(taken, monitor.raw, index, worldOf(cluster));
}

/** Where a name without a namespace is looked up: in the namespace of the Prometheus that asks. */
const callerOf = (monitor: Monitor, selections: readonly Selection[]): string =>
  selections.find((s) => s.state === 'selected')?.prometheus.namespace ?? monitor.namespace;

/** `endpoints`, `endpointslice`, `pod`…; null for a job without Kubernetes discovery. */
export const discoveryRole = ({ job }: Resolution): DiscoveryRole | null => (job === null ? null : roleOf(job));

/** `ignoreNamespaceSelectors` leaves the own namespace only (promcfg.go getNamespacesFromNamespaceSelector). */
function namespacesOf(monitor: Monitor, selections: readonly Selection[]): Resolution['namespaces'] {
  const selected = selections.filter((s) => s.state === 'selected');
  if (selected.length > 0 && selected.every((s) => s.prometheus.ignoreNamespaceSelectors)) return [monitor.namespace];
  return monitor.namespaces ?? [monitor.namespace];
}

export const inNamespaces = (namespaces: Resolution['namespaces'], name: string): boolean =>
  namespaces === 'any' || namespaces.includes(name);

/** RelabelConfig compares with regexes, RoleSelector exactly (domain.md b8, b9). */
const modeOf = (monitor: Monitor) => (monitor.selectorMechanism === 'RoleSelector' ? 'exact' : 'regex');

export const compareService = (monitor: Monitor, { service }: ClusterService): Comparison[] =>
  compareLabels(monitor.selector, service.labels, { mode: modeOf(monitor), at: (key) => service.at(['metadata', 'labels', key]) });

export const comparePods = (selector: Selector, workload: Workload): Comparison[] =>
  compareLabels(selector, workload.podLabels, { mode: 'regex', at: (key) => workload.labelAt(key) });

function matchingServices(cluster: Cluster, monitor: Monitor, namespaces: Resolution['namespaces']): Resolution['services'] {
  if (monitor.selector.invalid !== null) return [];
  return indexesOf(cluster)
    .services.candidates(monitor.selector)
    .filter(({ service }) => inNamespaces(namespaces, service.namespace))
    .map((service) => ({ service, labels: compareService(monitor, service) }))
    .filter(({ labels }) => allHold(labels) === true);
}

function matchingPods(cluster: Cluster, monitor: Monitor, namespaces: Resolution['namespaces']): Resolution['pods'] {
  if (monitor.selector.invalid !== null) return [];
  return indexesOf(cluster)
    .workloads.candidates(monitor.selector)
    .filter((w) => inNamespaces(namespaces, w.namespace))
    .map((workload) => ({ workload, labels: comparePods(monitor.selector, workload) }))
    .filter(({ labels }) => allHold(labels) === true);
}
