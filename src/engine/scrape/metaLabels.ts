import type { ClusterService, Workload } from '../cluster/index.ts';
import type { Labels, Monitor, MonitorEndpoint, ServicePort } from '../objects/index.ts';
import type { KnownLabels } from './rules.ts';
import type { RawTarget } from './types.ts';

/** As client-go's label sanitiser: every character outside `[a-zA-Z0-9_]` becomes `_`. */
export const sanitize = (name: string): string => name.replace(/[^a-zA-Z0-9_]/g, '_');

const labelled = (labels: KnownLabels, prefix: string, kind: 'label' | 'annotation', from: Labels): void => {
  for (const [key, value] of Object.entries(from)) {
    labels.set(`${prefix}_${kind}_${sanitize(key)}`, value);
    labels.set(`${prefix}_${kind}present_${sanitize(key)}`, 'true');
  }
};

export interface Discovered {
  service: ClusterService | null;
  servicePort: ServicePort | null;
  workload: Workload | null;
  number: number;
  protocol: string;
  declared: RawTarget['declared'];
  /** `endpoint` or `endpointslice`: decides the names of the port labels. */
  role: 'endpoint' | 'endpointslice';
}

/**
 * Labels a target has before any rule runs, as far as manifests determine them: discovery's meta labels (Prometheus
 * discovery/kubernetes) and how it is asked. null: known at run time only.
 */
export function knownLabels(monitor: Monitor, endpoint: MonitorEndpoint, found: Discovered): KnownLabels {
  const { service, servicePort, workload } = found;
  const labels: KnownLabels = new Map();
  labels.set('__meta_kubernetes_namespace', workload?.namespace ?? service?.service.namespace ?? monitor.namespace);
  labels.set('__scheme__', endpoint.scheme);
  labels.set('__metrics_path__', endpoint.metricsPath);
  labels.set('__address__', null);
  if (service) {
    labels.set('__meta_kubernetes_service_name', service.service.name);
    labelled(labels, '__meta_kubernetes_service', 'label', service.service.labels);
    labelled(labels, '__meta_kubernetes_service', 'annotation', service.service.annotations);
    if (servicePort) labels.set(`__meta_kubernetes_${found.role}_port_name`, servicePort.name);
    labels.set(`__meta_kubernetes_${found.role}_port_protocol`, found.protocol);
  }
  if (workload) podLabels(labels, workload, found);
  return labels;
}

function podLabels(labels: KnownLabels, workload: Workload, found: Discovered): void {
  labelled(labels, '__meta_kubernetes_pod', 'label', workload.podLabels);
  const controller = { Deployment: 'ReplicaSet', CronJob: 'Job', Pod: null }[workload.kind];
  labels.set('__meta_kubernetes_pod_controller_kind', controller === undefined ? workload.kind : controller);
  if (found.role) labels.set(`__meta_kubernetes_${found.role}_address_target_kind`, 'Pod');
  const declared = found.declared;
  const container = declared && workload.pod.containers.find((c) => c.name === declared.container);
  if (!declared || !container) return;
  labels.set('__meta_kubernetes_pod_container_name', container.name);
  labels.set('__meta_kubernetes_pod_container_image', container.image);
  labels.set('__meta_kubernetes_pod_container_init', String(container.init));
  labels.set('__meta_kubernetes_pod_container_port_name', declared.port.name ?? '');
  labels.set('__meta_kubernetes_pod_container_port_number', String(declared.port.containerPort));
  labels.set('__meta_kubernetes_pod_container_port_protocol', declared.port.protocol);
}
