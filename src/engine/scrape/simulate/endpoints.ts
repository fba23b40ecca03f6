import { type Cluster, type ClusterService, EXAMPLE_NODES, type Pod, podsOfCluster } from '../../cluster/index.ts';
import type { EndpointSet, Labels } from '../../objects/index.ts';
import { attributed, type DeclaredPort, declaredPorts, podPortOf } from '../podPorts.ts';
import type { KnownLabels } from '../rules.ts';
import { joinHostPort, putContainerPort, putObjectMeta, putPod, putService } from './meta.ts';
import type { Found } from './types.ts';

/** The two roles name what they find differently and are otherwise alike (endpoints.go, endpointslice.go). */
export type EndpointRole = 'endpoints' | 'endpointslice';

/** One address with the ports of its subset or slice. */
interface Endpoint {
  ip: string;
  /** null: the slice does not say. */
  ready: boolean | null;
  serving: boolean | null;
  terminating: boolean | null;
  hostname: string | null;
  nodeName: string | null;
  targetKind: string | null;
  targetName: string | null;
  ports: { name: string; port: number | null; protocol: string }[];
  pod: Pod | null;
}
/** An Endpoints object or the EndpointSlices of a Service. */
interface Group {
  namespace: string;
  name: string;
  labels: Labels;
  annotations: Labels;
  service: ClusterService | null;
  endpoints: Endpoint[];
}

/** Every raw target of one of the endpoints roles in a namespace. */
export function* endpointTargets(cluster: Cluster, role: EndpointRole, namespace: string): Generator<Found> {
  for (const group of groupsIn(cluster, role, namespace)) yield* targetsOf(group, role);
}

function* targetsOf(group: Group, role: EndpointRole): Generator<Found> {
  // What was seen of each pod through this group, to add its other ports (endpoints.go "For all seen pods").
  const seen = new Map<Pod, Set<number>>();
  const base = (): KnownLabels => {
    const labels: KnownLabels = new Map([['__meta_kubernetes_namespace', group.namespace]]);
    labels.set(`__meta_kubernetes_${role}_name`, group.name);
    putObjectMeta(labels, role, group);
    if (group.service) putService(labels, group.service.service);
    return labels;
  };
  for (const endpoint of group.endpoints)
    for (const port of endpoint.ports) {
      const labels = base();
      putEndpoint(labels, role, endpoint, port);
      const { pod } = endpoint;
      if (pod) {
        putPod(labels, pod);
        const covered = seen.get(pod) ?? new Set();
        seen.set(pod, port.port === null ? covered : covered.add(port.port));
        const declared = port.port === null ? null : attributed(pod.workload, port.port);
        if (declared) putContainerPort(labels, pod, declared);
      }
      yield { labels, service: group.service, pod };
    }
  for (const [pod, covered] of seen) {
    if (pod.ip === '') continue;
    for (const declared of declaredPorts(pod.workload)) {
      if (covered.has(declared.port.containerPort)) continue;
      yield { labels: otherPort(base(), pod, declared), service: group.service, pod };
    }
  }
}

function otherPort(labels: KnownLabels, pod: Pod, declared: DeclaredPort): KnownLabels {
  labels.set('__address__', joinHostPort(pod.ip, declared.port.containerPort));
  putPod(labels, pod);
  putContainerPort(labels, pod, declared);
  return labels;
}

function putEndpoint(labels: KnownLabels, role: EndpointRole, e: Endpoint, port: Endpoint['ports'][number]): void {
  const own = role === 'endpoints' ? '__meta_kubernetes_endpoint' : '__meta_kubernetes_endpointslice';
  const ofAddress = role === 'endpoints' ? own : `${own}_endpoint`;
  labels.set('__address__', port.port === null ? e.ip : joinHostPort(e.ip, port.port));
  labels.set(`${own}_port_name`, port.name);
  labels.set(`${own}_port_protocol`, port.protocol);
  if (role === 'endpointslice') {
    if (port.port !== null) labels.set(`${own}_port`, String(port.port));
    for (const condition of ['ready', 'serving', 'terminating'] as const)
      if (e[condition] !== null) labels.set(`${own}_endpoint_conditions_${condition}`, String(e[condition]));
    labels.set(`${own}_address_type`, e.ip.includes(':') ? 'IPv6' : 'IPv4');
  } else labels.set(`${own}_ready`, String(e.ready));
  if (e.hostname) labels.set(`${ofAddress}_hostname`, e.hostname);
  if (e.nodeName) labels.set(`${ofAddress}_node_name`, e.nodeName);
  if (e.targetKind !== null) {
    labels.set(`${own}_address_target_kind`, e.targetKind);
    labels.set(`${own}_address_target_name`, e.targetName ?? '');
  }
}

function groupsIn(cluster: Cluster, role: EndpointRole, namespace: string): Group[] {
  const services = cluster.servicesIn(namespace);
  const names = new Set(services.map((s) => s.service.name));
  const orphans = cluster.endpointSetsIn(namespace).filter((set) => set.service === null || !names.has(set.service));
  return [
    ...services.flatMap((service) => groupsOf(cluster, role, service)),
    ...orphans.filter((set) => set.kind === KIND[role]).map((set) => written(cluster, set, null)),
  ];
}

const KIND = { endpoints: 'Endpoints', endpointslice: 'EndpointSlice' } as const;

/**
 * Endpoints are mirrored into the slices of their Service unless they say otherwise; nobody mirrors slices back (kubernetes
 * endpointslicemirroring).
 */
const SKIP_MIRROR = 'endpointslice.kubernetes.io/skip-mirror';
const isOf = (role: EndpointRole, set: EndpointSet): boolean =>
  role === 'endpoints' ? set.kind === 'Endpoints' : set.kind === 'EndpointSlice' || set.labels[SKIP_MIRROR] !== 'true';

function groupsOf(cluster: Cluster, role: EndpointRole, service: ClusterService): Group[] {
  const { namespace, name, type, selector } = service.service;
  const sets = cluster.endpointSetsOf(namespace, name).filter((set) => isOf(role, set));
  // Where both are there, the slices are what the mirror made of the Endpoints.
  const slices = sets.filter((set) => set.kind === 'EndpointSlice');
  const own = role === 'endpointslice' && slices.length > 0 ? slices : sets;
  const found = own.filter((set) => isPrimary(service, set)).map((set) => written(cluster, set, service));
  // What a controller wrote is what became of the selector; beside slices of somebody else it writes its own.
  if (type === 'ExternalName' || own.some((set) => set.managed)) return found;
  if (service.external) return found.length > 0 ? found : [madeOutside(service)];
  if (selector === null) return found;
  const group = simulated(cluster, service, role);
  if (own === slices) return [...found, group];
  // Endpoints have one author, and the controller writes over all others.
  return group.endpoints.length > 0 ? [group] : found;
}

/** Slices of the second family of a dual-stack Service are passed over (endpointslice.go nonPrimaryIPFamilySlice). */
function isPrimary({ service }: ClusterService, set: EndpointSet): boolean {
  const [family] = service.ipFamilies;
  return service.ipFamilies.length < 2 || set.addressType === null || set.addressType === family;
}

function written(cluster: Cluster, set: EndpointSet, service: ClusterService | null): Group {
  const podOf = ({ targetKind, targetName, targetNamespace }: Address): Pod | null =>
    targetKind === 'Pod' ? (podsByName(cluster, targetNamespace ?? '').get(targetName ?? '') ?? null) : null;
  return {
    namespace: set.namespace,
    name: set.name,
    labels: set.labels,
    annotations: set.annotations,
    service,
    endpoints: set.subsets.flatMap(({ addresses, ports }) => {
      return addresses.map((a) => ({ ...a, ports, pod: podOf(a) }));
    }),
  };
}

type Address = EndpointSet['subsets'][number]['addresses'][number];

const byName = new WeakMap<Cluster, Map<string, Map<string, Pod>>>();
function podsByName(cluster: Cluster, namespace: string): Map<string, Pod> {
  let index = byName.get(cluster);
  if (!index) {
    index = new Map();
    for (const pods of podsOfCluster(cluster).values())
      for (const pod of pods) index.set(pod.namespace, (index.get(pod.namespace) ?? new Map()).set(pod.name, pod));
    byName.set(cluster, index);
  }
  return index.get(namespace) ?? new Map();
}

/** What the endpoints controller makes of a selector (kubernetes endpointslice ShouldPodBeInEndpoints, FindPort). */
function simulated(cluster: Cluster, service: ClusterService, role: EndpointRole): Group {
  const { namespace, name, selector, ports, labels, publishNotReady } = service.service;
  const all = podsOfCluster(cluster);
  const wanted = Object.entries(selector ?? {});
  const matches = (pod: Pod) => wanted.every(([key, value]) => Object.hasOwn(pod.labels, key) && pod.labels[key] === value);
  const pods = cluster
    .podsMatching(namespace, selector ?? {})
    .flatMap((w) => all.get(w) ?? [])
    .filter((pod) => pod.ip !== '' && pod.phase !== 'Succeeded' && pod.phase !== 'Failed' && matches(pod))
    .filter((pod) => role === 'endpointslice' || publishNotReady || !pod.terminating);
  return {
    namespace,
    name,
    labels: { ...labels, 'kubernetes.io/service-name': name },
    annotations: {},
    service,
    endpoints: pods.map((pod) => ({
      ip: pod.ip,
      ready: publishNotReady || (pod.ready && !pod.terminating),
      serving: pod.ready,
      terminating: pod.terminating,
      hostname: null,
      nodeName: pod.node,
      targetKind: 'Pod',
      targetName: pod.name,
      pod,
      ports: ports.flatMap((p) => {
        const port = podPortOf(p, pod.workload);
        return port === null ? [] : [{ name: p.name, port, protocol: p.protocol }];
      }),
    })),
  };
}

/** The kubelets and the API server answer on nodes; whoever stands behind cluster DNS is not known. */
function madeOutside(service: ClusterService): Group {
  const { namespace, name, labels, ports } = service.service;
  const onNodes = service.providedBy === 'operator:kubelet' || service.providedBy === 'cluster:apiserver';
  const own = ports.flatMap((p) => {
    const port = typeof p.targetPort === 'number' ? p.targetPort : p.port;
    return port === null ? [] : [{ name: p.name, port, protocol: p.protocol }];
  });
  const kubelet = service.providedBy === 'operator:kubelet';
  const nodes = kubelet ? EXAMPLE_NODES : EXAMPLE_NODES.slice(0, 1);
  return {
    namespace,
    name,
    labels,
    annotations: {},
    service,
    endpoints: onNodes
      ? nodes.map((node) => ({
          ip: node.ip,
          ...UP,
          hostname: null,
          nodeName: null,
          targetKind: kubelet ? 'Node' : null,
          targetName: kubelet ? node.name : null,
          ports: own,
          pod: null,
        }))
      : [{ ip: '10.244.255.1', ...UP, hostname: null, nodeName: null, targetKind: null, targetName: null, ports: own, pod: null }],
  };
}
const UP = { ready: true, serving: true, terminating: false } as const;
