import { type Cluster, kubeletNames } from '../cluster/index.ts';
import type { RawObject } from '../ingest/index.ts';
import type { KubeObject } from '../objects/index.ts';
import { type RightsVerdict, unevaluatedPolicies } from '../reach/index.ts';
import type { Chain } from './types.ts';

/** What an object is for: a code of words/roles.ts, and the chains it takes part in. */
export interface Role {
  code: string;
  params: Record<string, string | number>;
  chains: string[];
}

/** Parts first given win: an object that is a workload and also named elsewhere is the workload. */
class Parts {
  private readonly roles = new Map<string, Role>();
  add(object: string | null | undefined, code: string, chain: string): void {
    if (!object) return;
    const role = this.roles.get(object);
    if (!role) this.roles.set(object, { code, params: {}, chains: [chain] });
    else if (!role.chains.includes(chain)) role.chains.push(chain);
  }
  get(object: string): Role | undefined {
    return this.roles.get(object);
  }
}

/** For every object of the input, what it does in the chains it belongs to. Bodies that stayed unread stay unread. */
export function rolesOf(cluster: Cluster, chains: readonly Chain[]): (raw: RawObject) => Role {
  const parts = new Parts();
  for (const chain of chains) addChain(parts, cluster, chain);
  const jobs = new Map<string, string[]>();
  for (const chain of chains)
    for (const { job } of chain.targets) if (job) jobs.set(job, [...new Set([...(jobs.get(job) ?? []), chain.id])]);
  return (raw) => parts.get(raw.id) ?? withoutChain(raw, cluster, jobs);
}

/** Object ids that make up one chain: what a link to it must carry. */
export function objectsOf(cluster: Cluster, chain: Chain): Set<string> {
  const parts = new Parts();
  addChain(parts, cluster, chain);
  return new Set([...cluster.objects.keys()].filter((id) => parts.get(id)));
}

function addChain(parts: Parts, cluster: Cluster, chain: Chain): void {
  const add = (object: string | null | undefined, code: string) => parts.add(object, code, chain.id);
  add(chain.monitor, 'monitor');
  for (const id of chain.selectedBy) {
    const prometheus = cluster.prometheuses.find((p) => p.id === id);
    add(id, 'prometheus');
    if (prometheus) add(`ServiceAccount/${prometheus.namespace}/${prometheus.serviceAccountName}`, 'service-account-prometheus');
  }
  // Nobody takes it up: those who might are part of the explanation.
  if (chain.selectedBy.length === 0) for (const prometheus of cluster.prometheuses) add(prometheus.id, 'prometheus');
  for (const link of chain.links) if (link.kind === 'monitor-service' || link.kind === 'endpoint-port') add(link.to.object, 'service');
  for (const target of chain.targets) {
    addTarget(add, cluster, target);
    for (const id of makersOf(cluster, target)) add(id, 'operator');
  }
  // Selected as well, though nothing of it is scraped: it has no such port.
  for (const link of chain.links)
    if (link.kind === 'monitor-pods' || link.kind === 'service-pods')
      for (const object of cluster.workloads.find((w) => w.id === link.to.object)?.objects ?? []) add(object, 'workload');
  for (const link of chain.links)
    if (link.kind === 'policy') add(link.from.object, link.state === 'not-enforced' ? 'policy-host' : 'policy');
  for (const { id } of unevaluatedPolicies(cluster, podNamespaces(chain))) add(id, 'policy-foreign');
  for (const { verdict } of chain.discovery) addRights(add, verdict, 'discovery-role', 'discovery-binding');
  for (const { verdict } of chain.rights.proxy) addRights(add, verdict, 'proxy-role', 'proxy-binding');
  for (const { verdict } of chain.rights.scrape) addRights(add, verdict, 'scrape-role', 'scrape-binding');
  const namespaces = new Set([chain.monitor, ...chain.selectedBy, ...chain.targets.map((t) => t.workload)].map((id) => id?.split('/')[1]));
  for (const name of namespaces) add(`Namespace/${name}`, 'namespace');
  for (const miss of chain.nearMisses) add(miss.object, miss.object.startsWith('Service/') ? 'service' : 'workload');
}

/** Where the pods of both ends run. */
const podNamespaces = (chain: Chain): Set<string> =>
  new Set([...chain.targets.map((t) => t.workload), ...chain.selectedBy].flatMap((id) => id?.split('/')[1] ?? []));

/** Objects of the input on whose account the operator makes a Service: what names it in a flag, or a custom resource. */
function makersOf(cluster: Cluster, { providedBy, service }: Chain['targets'][number]): string[] {
  if (!providedBy?.startsWith('operator:')) return [];
  if (providedBy !== 'operator:kubelet') return [providedBy.slice('operator:'.length)];
  return kubeletNames(cluster.workloads)
    .filter((k) => `Service/${k.namespace}/${k.name}` === service)
    .flatMap((k) => k.workload.objects);
}

type Add = (object: string | null | undefined, code: string) => void;

function addTarget(add: Add, cluster: Cluster, target: Chain['targets'][number]): void {
  const workload = cluster.workloads.find((w) => w.id === target.workload);
  if (!workload) return;
  const proxied = target.behind.length > 0;
  for (const object of workload.objects) add(object, workload.generatedBy ? 'operated' : proxied ? 'workload-proxied' : 'workload');
  add(
    `ServiceAccount/${workload.namespace}/${workload.pod.serviceAccountName}`,
    target.process?.authorizes ? 'service-account-proxy' : 'service-account',
  );
}

function addRights(add: Add, verdict: RightsVerdict, role: string, binding: string): void {
  for (const fact of verdict.facts) {
    add(fact.role, role);
    add(fact.binding, binding);
  }
}

/** What an object of each kind is for where no chain needs it. */
export const PLAIN: Readonly<Record<KubeObject['kind'], string>> = {
  Secret: 'secret',
  ConfigMap: 'configmap',
  Namespace: 'namespace',
  Node: 'node',
  Alertmanager: 'operated',
  ThanosRuler: 'operated',
  Endpoints: 'endpoints',
  EndpointSlice: 'endpoints',
  Ingress: 'ingress',
  HTTPRoute: 'route',
  GRPCRoute: 'route',
  TLSRoute: 'route',
  TCPRoute: 'route',
  Gateway: 'gateway',
  APIService: 'api-service',
  PrometheusRule: 'rule-other',
  Prometheus: 'idle',
  PrometheusAgent: 'idle',
  ServiceMonitor: 'idle',
  PodMonitor: 'idle',
  Probe: 'idle',
  ScrapeConfig: 'idle',
  ForeignPolicy: 'policy-foreign',
  Service: 'other',
  Deployment: 'other',
  DaemonSet: 'other',
  StatefulSet: 'other',
  ReplicaSet: 'other',
  ReplicationController: 'other',
  Job: 'other',
  CronJob: 'other',
  Pod: 'other',
  NetworkPolicy: 'other',
  Role: 'other',
  ClusterRole: 'other',
  RoleBinding: 'other',
  ClusterRoleBinding: 'other',
  ServiceAccount: 'other',
};
const plainRole = ({ kind }: RawObject, object: KubeObject | undefined): string =>
  kind === 'CustomResourceDefinition' ? 'crd' : object ? PLAIN[object.kind] : 'other';

function withoutChain(raw: RawObject, cluster: Cluster, jobs: ReadonlyMap<string, string[]>): Role {
  if (raw.kind !== 'PrometheusRule') return { code: plainRole(raw, cluster.objects.get(raw.id)), params: {}, chains: [] };
  // A look at the text is enough to name the jobs; the rule's body stays unread.
  const text = cluster.ingested.docs.get(raw.doc)?.text ?? '';
  const named = new Set([...text.matchAll(/job\s*=\s*\\?"([^"\\]+)/g)].map((m) => m[1] ?? ''));
  const used = [...jobs.keys()].filter((job) => named.has(job));
  if (used.length === 0) return { code: 'rule-other', params: {}, chains: [] };
  return { code: 'rule', params: { jobs: used.join(', ') }, chains: [...new Set(used.flatMap((job) => jobs.get(job) ?? []))] };
}
