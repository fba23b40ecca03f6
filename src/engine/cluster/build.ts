import type { Ingested } from '../ingest/index.ts';
import { type EndpointSet, type KubeObject, readObject, type WorkloadKind, type WorkloadObject } from '../objects/index.ts';
import { groupWorkloads } from './group.ts';
import { implied, readNamespaces } from './namespaces.ts';
import { withOperatorPods } from './operated.ts';
import { operatorMade } from './operator/index.ts';
import { workloadId } from './operator/pods.ts';
import { operatorRelease } from './operator/release.ts';
import { isOperated } from './operator/types.ts';
import { indexPods } from './podIndex.ts';
import { allServices } from './services.ts';
import type { Cluster, ClusterService } from './types.ts';

const WORKLOADS: Record<WorkloadKind, true> = {
  Deployment: true,
  DaemonSet: true,
  StatefulSet: true,
  ReplicaSet: true,
  ReplicationController: true,
  Job: true,
  CronJob: true,
  Pod: true,
};
const isWorkload = (o: KubeObject): o is WorkloadObject => Object.hasOwn(WORKLOADS, o.kind);

/** Reads every object and adds what the API server, the operator and the cluster make of them. Never throws. */
export function buildCluster(ingested: Ingested, options: { operatorVersion?: string | null } = {}): Cluster {
  const read = ingested.objects.flatMap((raw) => readObject(raw) ?? []);
  const byKind = groupBy(read, (o) => o.kind);
  // In the order of the input; few inputs hold two kinds that go together.
  const ofKind = <K extends KubeObject['kind']>(...kinds: K[]) => {
    const [first, ...more] = kinds.filter((kind) => byKind.has(kind));
    const found = more.length > 0 ? read.filter((o) => kinds.includes(o.kind as K)) : (byKind.get(first ?? '') ?? []);
    return found as Extract<KubeObject, { kind: K }>[];
  };
  const objects = new Map(read.map((o) => [o.id, o]));
  const operated = read.filter(isOperated);
  const { running, ended } = groupWorkloads(read.filter(isWorkload));
  const operator = operatorRelease(ingested, running, options.operatorVersion ?? null);
  const groups = withOperatorPods(running, operated, operator.release);
  const workloads = groups.map((g) => g.workload);
  const pods = indexPods(groups);
  const services = allServices({
    services: ofKind('Service'),
    operated,
    workloads,
    pods,
    workloadObject: (id) => {
      const o = objects.get(id);
      return o && isWorkload(o) ? o : null;
    },
  });
  const namespaces = readNamespaces(read);
  for (const { service } of services) if (!namespaces.has(service.namespace)) namespaces.set(service.namespace, implied(service.namespace));
  const byNamespace = groupBy(services, (s) => s.service.namespace);
  const sets = ofKind('Endpoints', 'EndpointSlice');
  const endpointSets = groupBy(sets, (e) => `${e.namespace}/${e.service ?? ''}`);
  const setsIn = groupBy(sets, (e) => e.namespace);
  const configMaps = new Map(ofKind('ConfigMap').map((c) => [`${c.namespace}/${c.name}`, c]));
  const byId = new Map(workloads.map((w) => [w.id, w]));
  const byMaker = new Map(workloads.flatMap((w) => (w.generatedBy === null ? [] : [[w.generatedBy, w] as const])));
  const none: readonly ClusterService[] = [];
  const noSets: readonly EndpointSet[] = [];
  return {
    ingested,
    operator,
    objects,
    prometheuses: ofKind('Prometheus', 'PrometheusAgent'),
    monitors: ofKind('ServiceMonitor', 'PodMonitor', 'Probe', 'ScrapeConfig'),
    services,
    workloads,
    ended,
    policies: ofKind('NetworkPolicy'),
    foreignPolicies: ofKind('ForeignPolicy'),
    roles: ofKind('Role', 'ClusterRole'),
    bindings: ofKind('RoleBinding', 'ClusterRoleBinding'),
    serviceAccounts: ofKind('ServiceAccount'),
    namespaces,
    namespace: (name) => namespaces.get(name) ?? implied(name),
    servicesIn: (namespace) => byNamespace.get(namespace) ?? none,
    workloadsIn: pods.workloadsIn,
    podsMatching: pods.podsMatching,
    endpointSetsOf: (namespace, service) => endpointSets.get(`${namespace}/${service}`) ?? noSets,
    endpointSetsIn: (namespace) => setsIn.get(namespace) ?? noSets,
    podsOf(prometheus) {
      const made = operatorMade.find((m) => m.kind === prometheus.kind);
      // A dump may hold only another shard: all of them run as the same account, with the same labels but one.
      return (made && byId.get(workloadId(made, prometheus))) ?? byMaker.get(prometheus.id) ?? null;
    },
    configMap: (namespace, name) => configMaps.get(`${namespace}/${name}`) ?? null,
  };
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const list = groups.get(key(item));
    if (list) list.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
