import { type Cluster, EXAMPLE_NODES, podsOfCluster } from '../../cluster/index.ts';
import type { DiscoveryRole } from '../config/index.ts';
import { declaredPorts } from '../podPorts.ts';
import type { KnownLabels } from '../rules.ts';
import { endpointTargets } from './endpoints.ts';
import { ingressTargets } from './ingress.ts';
import { joinHostPort, putContainer, putContainerPort, putPod, putService } from './meta.ts';
import type { Found } from './types.ts';

type Discover = (cluster: Cluster, namespace: string) => Iterable<Found>;

/** One line a role of kubernetes_sd_configs; nodes belong to no namespace and come apart. */
export const BY_ROLE: Readonly<Record<Exclude<DiscoveryRole, 'node'>, Discover>> = {
  endpoints: (cluster, namespace) => endpointTargets(cluster, 'endpoints', namespace),
  endpointslice: (cluster, namespace) => endpointTargets(cluster, 'endpointslice', namespace),
  pod: podTargets,
  service: serviceTargets,
  ingress: ingressTargets,
};

/** A target for every declared port, and a bare address for every container without any (pod.go buildPod). */
function* podTargets(cluster: Cluster, namespace: string): Generator<Found> {
  const all = podsOfCluster(cluster);
  const ended = cluster.ended.filter((w) => w.namespace === namespace);
  for (const workload of [...cluster.workloadsIn(namespace), ...ended])
    for (const pod of all.get(workload) ?? []) {
      if (pod.ip === '') continue;
      const base = (): KnownLabels => {
        const labels: KnownLabels = new Map([['__meta_kubernetes_namespace', namespace]]);
        putPod(labels, pod);
        return labels;
      };
      for (const container of workload.pod.containers) {
        if (container.ports.length > 0) continue;
        const labels = base().set('__address__', pod.ip.includes(':') ? `[${pod.ip}]` : pod.ip);
        putContainer(labels, pod, container.name, container.init);
        labels.set('__meta_kubernetes_pod_container_id', null);
        yield { labels, service: null, pod };
      }
      for (const declared of declaredPorts(workload)) {
        const labels = base().set('__address__', joinHostPort(pod.ip, declared.port.containerPort));
        putContainerPort(labels, pod, declared);
        labels.set('__meta_kubernetes_pod_container_id', null);
        yield { labels, service: null, pod };
      }
    }
}

/** A target for every Service port, at the Service's own name (service.go buildService). */
function* serviceTargets(cluster: Cluster, namespace: string): Generator<Found> {
  for (const cs of cluster.servicesIn(namespace)) {
    const { service } = cs;
    for (const port of service.ports) {
      if (port.port === null) continue;
      const labels: KnownLabels = new Map([['__meta_kubernetes_namespace', namespace]]);
      putService(labels, service);
      labels.set('__address__', `${service.name}.${namespace}.svc:${port.port}`);
      labels.set('__meta_kubernetes_service_port_name', port.name);
      labels.set('__meta_kubernetes_service_port_number', String(port.port));
      labels.set('__meta_kubernetes_service_port_protocol', port.protocol);
      labels.set('__meta_kubernetes_service_type', service.type);
      if (service.type === 'ExternalName') labels.set('__meta_kubernetes_service_external_name', service.externalName ?? '');
      else labels.set('__meta_kubernetes_service_cluster_ip', service.headless ? 'None' : null);
      yield { labels, service: cs, pod: null };
    }
  }
}

/** A target for every node, at the kubelet's port (node.go buildNode). What labels nodes have, only the cluster knows. */
export function* nodeTargets(): Generator<Found> {
  for (const node of EXAMPLE_NODES) {
    const labels: KnownLabels = new Map([
      ['__address__', joinHostPort(node.ip, 10250)],
      ['instance', node.name],
      ['__meta_kubernetes_node_name', node.name],
      ['__meta_kubernetes_node_address_InternalIP', node.ip],
    ]);
    yield { labels, service: null, pod: null };
  }
}
