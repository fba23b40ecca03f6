import type { Cluster, Workload } from '../cluster/index.ts';
import type { Binding, Role, ServiceAccount, WorkloadObject } from '../objects/index.ts';
import { accountOf, proxyRights, rbacOnlyUsedBy, scrapeRights } from '../reach/index.ts';
import type { JsonMap } from '../yaml/index.ts';
import { listAt, mapAt } from './input.ts';
import type { Job } from './job.ts';
import type { Site } from './site.ts';

/** What a token-checking proxy may do, and nothing else (kube-rbac-proxy README). */
const REVIEWS: readonly (readonly [group: string, resource: string])[] = [
  ['authentication.k8s.io', 'tokenreviews'],
  ['authorization.k8s.io', 'subjectaccessreviews'],
];
const isReviewsOnly = (role: Role): boolean =>
  role.aggregation.length === 0 &&
  role.rules.length > 0 &&
  role.rules.every(
    (r) => r.nonResourceURLs.length === 0 && r.resources.length > 0 && r.resources.every((x) => REVIEWS.some(([, y]) => x === y)),
  );

/** Rights that only the proxy used are offered for removal, and removed when the goal says so; shared ones stay. */
export function leftoverRights(site: Site, job: Job): void {
  const { workload, owner } = site;
  const { draft, input, goal } = job;
  const going = new Set(job.sites.flatMap((s) => (s.workload === workload && s.proxy ? [s.proxy.container] : [])));
  if (site.listeners.some((l) => l.authorizes && !going.has(l.container))) return;
  const own = rbacOnlyUsedBy(input.cluster, accountOf(workload.namespace, workload.pod.serviceAccountName));
  if (own.workloads.some((w) => w !== workload)) return;
  const roles = own.roles.filter(isReviewsOnly);
  const bindings = own.bindings.filter((b) => roles.some((r) => isRoleOf(b, r)));
  if (bindings.length === 0) return;
  const objects = [...roles, ...bindings];
  if (!goal.removeUnusedRbac) {
    draft.offer({
      code: 'unused-proxy-rights',
      params: { count: objects.length, workload: workload.id },
      objects: objects.map((o) => o.id),
    });
    draft.tell('rights-unused', 'info', { count: objects.length });
    return;
  }
  for (const object of objects) draft.removeObject(object.raw, ['remove-object', { object: object.id }]);
  // Whoever has other rights needs its token for them.
  const pod = owner.at(owner.podPath);
  if (own.bindings.length === bindings.length && mapAt(owner.raw, pod)['automountServiceAccountToken'] === true)
    draft.set(owner.at([...owner.podPath, 'automountServiceAccountToken']), false, ['no-token', { workload: workload.id }]);
}

const isRoleOf = (binding: Binding, role: Role): boolean =>
  binding.roleRef.kind === role.kind &&
  binding.roleRef.name === role.name &&
  (role.kind === 'ClusterRole' || role.namespace === binding.namespace);

/** Pods, and what they are written in: a controller with its template, or a custom resource. */
export interface Runner {
  workload: Workload;
  owner: Pick<WorkloadObject, 'raw' | 'at' | 'podPath'> & { kind: string };
}

/** What a new proxy needs: an account of its own, a token for it, and leave to review tokens. */
export function grantProxy({ workload, owner }: Runner, job: Pick<Job, 'draft' | 'input'>): void {
  const { draft, input } = job;
  const pod = owner.at(owner.podPath);
  let account = workload.pod.serviceAccountName;
  if (account === '' || account === 'default') {
    account = workload.name;
    const exists = input.cluster.serviceAccounts.some((s) => s.namespace === workload.namespace && s.name === account);
    if (!exists)
      draft.addObject(accountObject(workload, account), owner.raw, [
        'add-object',
        { object: `ServiceAccount/${workload.namespace}/${account}` },
      ]);
    const step = ['service-account', { workload: workload.id, account }] as const;
    if (Object.hasOwn(mapAt(owner.raw, pod), 'serviceAccountName'))
      draft.set(owner.at([...owner.podPath, 'serviceAccountName']), account, step);
    else draft.insert(owner.raw, pod, 'serviceAccountName', account, step);
  }
  const given = input.cluster.serviceAccounts.find((s) => s.namespace === workload.namespace && s.name === account);
  mountToken({ workload, owner }, job, given ?? null);
  if (account === workload.pod.serviceAccountName && proxyRights(input.cluster, workload).state === 'granted') return;
  const name = freeClusterName(job.input.cluster, workload.name, `${workload.name}-kube-rbac-proxy`);
  const labels = mapAt(owner.raw, owner.at(['metadata', 'labels']));
  const metadata: JsonMap = { ...(Object.keys(labels).length > 0 ? { labels } : {}), name };
  const rules = REVIEWS.map(([group, resource]) => ({ apiGroups: [group], resources: [resource], verbs: ['create'] }));
  const base = { apiVersion: 'rbac.authorization.k8s.io/v1' };
  draft.addObject({ ...base, kind: 'ClusterRole', metadata, rules }, owner.raw, ['add-object', { object: `ClusterRole/${name}` }]);
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name };
  const subjects = [{ kind: 'ServiceAccount', name: account, namespace: workload.namespace }];
  const step = ['add-object', { object: `ClusterRoleBinding/${name}` }] as const;
  draft.addObject({ ...base, kind: 'ClusterRoleBinding', metadata, roleRef, subjects }, owner.raw, step);
}

function accountObject({ namespace }: Workload, name: string): JsonMap {
  const metadata = { name, namespace };
  return { apiVersion: 'v1', kind: 'ServiceAccount', automountServiceAccountToken: false, metadata };
}

function mountToken({ workload, owner }: Runner, job: Pick<Job, 'draft'>, account: ServiceAccount | null): void {
  // The operator mounts it for its servers whatever their account says.
  if (owner.kind === 'Prometheus' || owner.kind === 'PrometheusAgent') return;
  const own = workload.pod.automountToken;
  if (own === true || (own === null && account !== null && account.automountToken !== false)) return;
  const step = ['mount-token', { workload: workload.id }] as const;
  const pod = owner.at(owner.podPath);
  if (Object.hasOwn(mapAt(owner.raw, pod), 'automountServiceAccountToken'))
    job.draft.set(owner.at([...owner.podPath, 'automountServiceAccountToken']), true, step);
  else job.draft.insert(owner.raw, pod, 'automountServiceAccountToken', true, step);
}

/** The first name that no ClusterRole and no ClusterRoleBinding has; the last one is counted on. */
export function freeClusterName({ roles, bindings }: Cluster, ...names: readonly string[]): string {
  const taken = (name: string): boolean =>
    roles.some((r) => r.kind === 'ClusterRole' && r.name === name) ||
    bindings.some((b) => b.kind === 'ClusterRoleBinding' && b.name === name);
  const free = names.find((name) => !taken(name));
  if (free !== undefined) return free;
  for (let n = 2; ; n++) if (!taken(`${names.at(-1)}-${n}`)) return `${names.at(-1)}-${n}`;
}

/** Every Prometheus that scrapes behind the proxy has to be allowed to GET the path; a rule is added where a role of its own can take it. */
export function grantScrape(job: Pick<Job, 'draft' | 'input'>, path: string, prometheuses: readonly string[]): void {
  const { cluster } = job.input;
  for (const prometheus of cluster.prometheuses.filter((p) => prometheuses.includes(p.id))) {
    if (scrapeRights(cluster, prometheus, path).state === 'granted') continue;
    const account = accountOf(prometheus.namespace, prometheus.serviceAccountName);
    const role = rbacOnlyUsedBy(cluster, account).roles.find((r) => r.kind === 'ClusterRole' && r.rules.length > 0);
    if (!role) {
      job.draft.tell('needs-scrape-right', 'warning', { account: `${account.namespace}/${account.name}`, path });
      continue;
    }
    const rules = role.at(['rules']);
    const rule = { nonResourceURLs: [path], verbs: ['get'] };
    job.draft.insertItem(rules, listAt(role.raw, rules).length, rule, ['scrape-right', { object: role.id, path }]);
  }
}
