import type { Pod } from '../../cluster/index.ts';
import type { Labels, Service } from '../../objects/index.ts';
import type { DeclaredPort } from '../podPorts.ts';
import type { KnownLabels } from '../rules.ts';

const META = '__meta_kubernetes_';

/** As client-go's label sanitiser: every character outside `[a-zA-Z0-9_]` becomes `_`. */
const sanitize = (name: string): string => name.replace(/[^a-zA-Z0-9_]/g, '_');

/** Labels and annotations of an object (Prometheus discovery/kubernetes addObjectMetaLabels). */
export function putObjectMeta(labels: KnownLabels, kind: string, of: { labels: Labels; annotations: Labels }): void {
  for (const which of ['label', 'annotation'] as const)
    for (const [name, value] of Object.entries(which === 'label' ? of.labels : of.annotations)) {
      labels.set(`${META}${kind}_${which}_${sanitize(name)}`, value);
      labels.set(`${META}${kind}_${which}present_${sanitize(name)}`, 'true');
    }
}

/** serviceLabels of discovery/kubernetes: what the endpoints roles know of the Service. */
export function putService(labels: KnownLabels, service: Service): void {
  labels.set(`${META}service_name`, service.name);
  putObjectMeta(labels, 'service', service);
}

/** podLabels of discovery/kubernetes. */
export function putPod(labels: KnownLabels, pod: Pod): void {
  labels.set(`${META}pod_name`, pod.name);
  labels.set(`${META}pod_ip`, pod.ip);
  labels.set(`${META}pod_ready`, String(pod.ready));
  labels.set(`${META}pod_phase`, pod.phase);
  labels.set(`${META}pod_node_name`, pod.node);
  labels.set(`${META}pod_host_ip`, pod.hostIP);
  labels.set(`${META}pod_uid`, pod.uid);
  if (pod.controller) {
    labels.set(`${META}pod_controller_kind`, pod.controller.kind);
    labels.set(`${META}pod_controller_name`, pod.controller.name);
  }
  putObjectMeta(labels, 'pod', pod);
}

/** The container that declares a port, and the port (endpoints.go, endpointslice.go, pod.go). */
export function putContainerPort(labels: KnownLabels, pod: Pod, declared: DeclaredPort): void {
  putContainer(labels, pod, declared.container, declared.initContainer);
  const { name, containerPort, protocol } = declared.port;
  labels.set(`${META}pod_container_port_name`, name ?? '');
  labels.set(`${META}pod_container_port_number`, String(containerPort));
  labels.set(`${META}pod_container_port_protocol`, protocol);
}

export function putContainer(labels: KnownLabels, pod: Pod, name: string, init: boolean): void {
  const container = pod.workload.pod.containers.find((c) => c.name === name && c.init === init);
  labels.set(`${META}pod_container_name`, name);
  labels.set(`${META}pod_container_image`, container?.image ?? '');
  labels.set(`${META}pod_container_init`, String(init));
}

/** host:port, with the brackets an IPv6 address needs. */
export const joinHostPort = (host: string, port: number): string => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);
