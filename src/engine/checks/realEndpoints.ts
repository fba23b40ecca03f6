import type { Cluster, ClusterService, Workload } from '../cluster/index.ts';
import { type EndpointSet, fieldsOf, type Labels, type ServicePort, type WorkloadObject } from '../objects/index.ts';
import { podPortOf } from '../scrape/index.ts';
import { type Hit, hit } from './check.ts';

/** A slice takes so many addresses; beyond that others may exist that are not in the input. */
const FULL = 100;

/**
 * What a dump's Endpoints or EndpointSlices say that Service and pods of the input do not explain, and the other way
 * round. Only what controllers wrote is compared, and only with pods that are there: absence proves nothing.
 */
export function endpointDifferences(cluster: Cluster, { service, providedBy }: ClusterService): Hit[] {
  const { selector } = service;
  if (selector === null || providedBy !== null) return [];
  const sets = cluster.endpointSetsOf(service.namespace, service.name).filter(isWritten);
  if (sets.length === 0) return [];
  const workloads = cluster.podsMatching(service.namespace, selector);
  return [...ports(cluster, service, sets, workloads), ...addresses(cluster, service, selector, sets, workloads)];
}

/** By the controller that follows selectors, not the one that mirrors hand-written Endpoints. */
const isWritten = (set: EndpointSet): boolean =>
  set.managed && !(set.labels['endpointslice.kubernetes.io/managed-by'] ?? '').startsWith('endpointslicemirroring');

type Named = Pick<ClusterService['service'], 'name' | 'namespace' | 'ports' | 'at'>;

function ports(cluster: Cluster, service: Named, sets: readonly EndpointSet[], workloads: readonly Workload[]): Hit[] {
  const real = sets.flatMap((set) => set.subsets.flatMap((s) => (s.addresses.length > 0 ? s.ports : [])));
  return real.flatMap(({ name, port: number, protocol, at }) => {
    if (number === null) return [];
    const asked = service.ports.find((p) => p.name === name && p.protocol === protocol);
    const params = { service: service.name, port: name, number };
    if (!asked) return [hit({ ...params, variant: 'port-name' }, at, service.at(['spec', 'ports']))];
    const expected = numbersOf(cluster, asked, workloads);
    if (expected.size === 0 || expected.has(number)) return [];
    const wanted = [...expected].sort((a, b) => a - b).join(', ');
    return [hit({ ...params, expected: wanted, variant: 'port' }, at, service.at(['spec', 'ports', asked.index]))];
  });
}

/** Where a Service port may lead: by the templates and by the pods themselves, of whatever generation. */
function numbersOf(cluster: Cluster, port: ServicePort, workloads: readonly Workload[]): Set<number> {
  if (typeof port.targetPort === 'number') return new Set([port.targetPort]);
  const found = workloads.flatMap((w) => membersOf(cluster, w).map(({ pod }) => podPortOf(port, { ...w, pod })));
  return new Set(found.filter((n) => n !== null));
}

const membersOf = (cluster: Cluster, w: Workload): WorkloadObject[] =>
  w.objects.flatMap((id) => {
    const object = cluster.objects.get(id);
    return object && 'podIP' in object ? [object] : [];
  });

function addresses(
  cluster: Cluster,
  service: Named,
  selector: Labels,
  sets: readonly EndpointSet[],
  workloads: readonly Workload[],
): Hit[] {
  const real = sets.flatMap((set) => set.subsets.flatMap((s) => s.addresses.map((a) => ({ ...a, at: set.at([]) }))));
  if (real.length >= FULL || sets.some((s) => Object.hasOwn(s.annotations, 'endpoints.kubernetes.io/over-capacity'))) return [];
  const hits: Hit[] = [];
  const ips = new Set(real.map((a) => a.ip));
  for (const pod of workloads.flatMap((w) => membersOf(cluster, w)).filter((o) => isLive(o) && contains(o.labels, selector)))
    if (real.some((a) => sameFamily(a.ip, pod.podIP ?? '')) && !ips.has(pod.podIP ?? ''))
      hits.push(
        hit({ service: service.name, pod: pod.name, ip: pod.podIP ?? '', variant: 'pod' }, pod.at(['status', 'podIP']), sets[0]?.at([])),
      );
  for (const { ip, targetKind, targetName, at } of real) {
    const pod = targetKind === 'Pod' ? cluster.objects.get(`Pod/${service.namespace}/${targetName}`) : undefined;
    if (!pod || !('podIP' in pod)) continue;
    const params = { service: service.name, pod: pod.name, ip };
    if (!contains(pod.labels, selector)) hits.push(hit({ ...params, variant: 'labels' }, at, pod.at(['metadata', 'labels'])));
    else if (pod.podIP && pod.podIP !== ip && sameFamily(pod.podIP, ip))
      hits.push(hit({ ...params, expected: pod.podIP, variant: 'address' }, at, pod.at(['status', 'podIP'])));
  }
  return hits;
}

/** A pod that endpoints must hold: running, with an address, and not on its way out (endpointslice ShouldPodBeInEndpoints). */
const isLive = (o: WorkloadObject): boolean =>
  o.kind === 'Pod' && o.phase === 'Running' && o.podIP !== null && !fieldsOf(o.raw, []).map('metadata').has('deletionTimestamp');

const sameFamily = (a: string, b: string): boolean => a.includes(':') === b.includes(':');
const contains = (labels: Labels, wanted: Labels): boolean =>
  Object.entries(wanted).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
