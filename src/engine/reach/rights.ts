import type { Cluster, Workload } from '../cluster/index.ts';
import type { PrometheusObject, RbacRule } from '../objects/index.ts';
import { type Account, type Grant, grantsOf } from './rbac.ts';
import type { RightsFact, RightsVerdict } from './types.ts';

export interface Need {
  /** '' for the core group. */
  group: string;
  resource: string;
}

/** What informers ask of the API server (client-go reflector). */
const DISCOVERY_VERBS = ['list', 'watch'] as const;
/** Cluster-scoped resources that discovery may want: a RoleBinding never grants them. */
const CLUSTER_SCOPED = new Set(['nodes', 'namespaces']);

/**
 * Whether Prometheus may discover in these namespaces; 'all' is one cluster-wide list, which Roles never grant
 * (prometheus discovery/kubernetes).
 */
export function discoveryRights(
  cluster: Cluster,
  prometheus: PrometheusObject,
  namespaces: readonly string[] | 'all',
  needs: readonly Need[],
): RightsVerdict {
  const asks: Ask[] = [];
  for (const need of needs) {
    const scopes = namespaces === 'all' || CLUSTER_SCOPED.has(need.resource) ? [null] : namespaces;
    for (const namespace of scopes) for (const verb of DISCOVERY_VERBS) asks.push({ ...need, verb, namespace, url: null });
  }
  return judge(cluster, accountOf(prometheus.namespace, prometheus.serviceAccountName), asks);
}

/** Whether an authenticating proxy in this workload may review tokens and access (kube-rbac-proxy README, RBAC). */
export function proxyRights(cluster: Cluster, workload: Workload): RightsVerdict {
  return judge(cluster, accountOf(workload.namespace, workload.pod.serviceAccountName), [
    { verb: 'create', group: 'authentication.k8s.io', resource: 'tokenreviews', namespace: null, url: null },
    { verb: 'create', group: 'authorization.k8s.io', resource: 'subjectaccessreviews', namespace: null, url: null },
  ]);
}

/** Whether Prometheus may GET a path behind such a proxy that reviews by path, its default. */
export function scrapeRights(cluster: Cluster, prometheus: PrometheusObject, path: string): RightsVerdict {
  return judge(cluster, accountOf(prometheus.namespace, prometheus.serviceAccountName), [
    { verb: 'get', group: '', resource: '', namespace: null, url: path },
  ]);
}

/** Pods that name no service account run as `default`. */
export function accountOf(namespace: string, name: string): Account {
  return { namespace, name: name === '' ? 'default' : name };
}

interface Ask {
  verb: string;
  group: string;
  resource: string;
  namespace: string | null;
  url: string | null;
}

/** Missing only where the account is bound in the input and no role that it is bound to lies outside it. */
function judge(cluster: Cluster, account: Account, asks: readonly Ask[]): RightsVerdict {
  const { grants, bound } = grantsOf(cluster, account);
  let unknown = false;
  const facts = asks.map((ask): RightsFact => {
    const applying = grants.filter(({ binding }) => binding.kind === 'ClusterRoleBinding' || binding.namespace === ask.namespace);
    const found = findGrant(applying, ask);
    unknown ||= found === null && applying.some((grant) => grant.open);
    return {
      ...ask,
      granted: found !== null,
      role: found === null ? null : (found.grant.role?.id ?? `${found.grant.binding.roleRef.kind}/${found.grant.binding.roleRef.name}`),
      binding: found?.grant.binding.id ?? null,
      at: found?.rule.at ?? null,
    };
  });
  if (facts.every((fact) => fact.granted)) return { state: 'granted', facts };
  return { state: unknown || !bound ? 'unknown' : 'missing', facts };
}

function findGrant(grants: readonly Grant[], ask: Ask): { grant: Grant; rule: RbacRule } | null {
  for (const grant of grants) {
    for (const rule of grant.rules) if (allows(rule, ask)) return { grant, rule };
  }
  return null;
}

/** RBAC rule matching (kubernetes pkg/apis/rbac/v1/evaluation_helpers.go). `resourceNames` never covers list, watch or create. */
function allows(rule: RbacRule, ask: Ask): boolean {
  if (!has(rule.verbs, ask.verb)) return false;
  if (ask.url !== null) return rule.nonResourceURLs.some((pattern) => matchesUrl(pattern, ask.url as string));
  return has(rule.apiGroups, ask.group) && has(rule.resources, ask.resource) && rule.resourceNames.length === 0;
}

function has(list: readonly string[], wanted: string): boolean {
  return list.includes(wanted) || list.includes('*');
}

/** Exact, or a prefix where the pattern ends in `*`. */
function matchesUrl(pattern: string, url: string): boolean {
  return pattern.endsWith('*') ? url.startsWith(pattern.slice(0, -1)) : pattern === url;
}
