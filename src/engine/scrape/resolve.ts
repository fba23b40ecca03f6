import type { Cluster, ClusterService, Workload } from '../cluster/index.ts';
import type { Monitor, MonitorEndpoint, Selector } from '../objects/index.ts';
import { discoverPods, discoverService } from './discover.ts';
import { discoverAddresses } from './discoverAddress.ts';
import { indexesOf } from './indexes.ts';
import { allHold, compareLabels } from './match.ts';
import { selectMonitor } from './select.ts';
import type { Comparison, Resolution, Selection } from './types.ts';

/** Follows every endpoint of a monitor to the targets Prometheus would keep; one Resolution per endpoint. */
export function resolveMonitor(cluster: Cluster, monitor: Monitor): Resolution[] {
  const selections = selectMonitor(cluster, monitor);
  const namespaces = namespacesOf(monitor, selections);
  const base: Resolution = { id: `${monitor.id}#-`, monitor, selections, namespaces, endpoint: null, ...nothing() };
  if (monitor.endpoints.length === 0) return [base];
  const services = monitor.kind === 'ServiceMonitor' ? matchingServices(cluster, monitor, namespaces) : [];
  const pods = monitor.kind === 'PodMonitor' ? matchingPods(cluster, monitor, namespaces) : [];
  const found = (endpoint: MonitorEndpoint): Found => {
    if (monitor.kind === 'ServiceMonitor') return byServices(cluster, monitor, endpoint, services, discoveryRole(monitor, selections));
    if (monitor.kind === 'PodMonitor') return byPods(monitor, endpoint, pods);
    if (endpoint.by === 'address') return discoverAddresses(cluster, monitor, endpoint, callerOf(monitor, selections));
    return { ...nothing(), elsewhere: endpoint.by };
  };
  return monitor.endpoints.map((endpoint) => ({ ...base, id: `${monitor.id}#${endpoint.index}`, endpoint, ...found(endpoint) }));
}

type Found = Pick<Resolution, 'services' | 'pods' | 'targets' | 'misses' | 'skipped' | 'elsewhere'>;
const nothing = (): Found => ({ services: [], pods: [], targets: [], misses: [], skipped: [], elsewhere: null });

function byServices(cluster: Cluster, monitor: Monitor, endpoint: MonitorEndpoint, services: Resolution['services'], role: string): Found {
  const name = role === 'EndpointSlice' ? 'endpointslice' : 'endpoint';
  const parts = services.map(({ service }) => discoverService(cluster, monitor, endpoint, service, name));
  const misses = parts.flatMap((p) => p.misses);
  if (services.length === 0) misses.push({ code: 'service-not-found', service: null, workload: null, asked: null });
  return { ...nothing(), services, misses, targets: parts.flatMap((p) => p.targets), skipped: parts.flatMap((p) => p.skipped) };
}

function byPods(monitor: Monitor, endpoint: MonitorEndpoint, pods: Resolution['pods']): Found {
  const found = discoverPods(
    monitor,
    endpoint,
    pods.map((p) => p.workload),
  );
  if (pods.length === 0) found.misses.push({ code: 'no-workload', service: null, workload: null, asked: null });
  return { ...nothing(), ...found, pods };
}

/** Where a name without a namespace is looked up: in the namespace of the Prometheus that asks. */
const callerOf = (monitor: Monitor, selections: readonly Selection[]): string =>
  selections.find((s) => s.state === 'selected')?.prometheus.namespace ?? monitor.namespace;

/** Endpoints unless the monitor or its Prometheus asks for slices (promcfg.go, domain.md b3). */
export function discoveryRole(monitor: Monitor, selections: readonly Selection[]): string {
  const selected = selections.find((s) => s.state === 'selected')?.prometheus;
  return monitor.serviceDiscoveryRole ?? selected?.serviceDiscoveryRole ?? 'Endpoints';
}

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
