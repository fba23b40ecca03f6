import type { Cluster, Workload } from '../cluster/index.ts';
import { ASKS_BY_PATH, type Guard } from '../listen/index.ts';
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

/** Namespaces that are asked about; whoever names more did not write them by hand. */
const MOST_NAMESPACES = 1000;

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
  const named = namespaces === 'all' ? null : [...new Set(namespaces)];
  for (const need of needs) {
    const scopes = named === null || CLUSTER_SCOPED.has(need.resource) ? [null] : named.slice(0, MOST_NAMESPACES);
    for (const namespace of scopes) for (const verb of DISCOVERY_VERBS) asks.push({ ...need, verb, name: null, namespace, url: null });
  }
  const verdict = judge(cluster, accountOf(prometheus.namespace, prometheus.serviceAccountName), asks);
  const leftOut = named !== null && named.length > MOST_NAMESPACES;
  return leftOut && verdict.state === 'granted' ? { ...verdict, state: 'unknown' } : verdict;
}

/** Whether a guard in this workload may review tokens and access (kube-rbac-proxy README, RBAC). */
export function proxyRights(cluster: Cluster, workload: Workload, guard: Guard = ASKS_BY_PATH): RightsVerdict {
  const create = { verb: 'create', name: null, namespace: null, url: null };
  const tokens = { ...create, group: 'authentication.k8s.io', resource: 'tokenreviews' };
  const access = { ...create, group: 'authorization.k8s.io', resource: 'subjectaccessreviews' };
  // What its configuration lets in, it asks nobody about.
  const asks = guard.grants.length > 0 ? [tokens] : [tokens, access];
  const verdict = judge(cluster, accountOf(workload.namespace, workload.pod.serviceAccountName), asks);
  return guard.review === 'unknown' && verdict.state === 'missing' ? { ...verdict, state: 'unknown' } : verdict;
}

/** Whether Prometheus may GET a path behind such a proxy that reviews by path, its default. */
export function scrapeRights(cluster: Cluster, prometheus: PrometheusObject, path: string): RightsVerdict {
  return judge(cluster, accountOf(prometheus.namespace, prometheus.serviceAccountName), [
    { verb: 'get', group: '', resource: '', name: null, namespace: null, url: path },
  ]);
}

/** Pods that name no service account run as `default`. */
export function accountOf(namespace: string, name: string): Account {
  return { namespace, name: name === '' ? 'default' : name };
}

/** One question to the API server's authorizer. */
export interface Ask {
  verb: string;
  group: string;
  /** With its subresource: `nodes/metrics`. */
  resource: string;
  /** null: all of them, or one to be made. */
  name: string | null;
  namespace: string | null;
  url: string | null;
}

/**
 * Missing only where the account is bound in the input, by what could grant it, and no role that it is bound to lies outside it:
 * installations keep Roles and ClusterRoles in different files.
 */
export function judge(cluster: Cluster, account: Account, asks: readonly Ask[]): RightsVerdict {
  const { grants, bound, boundEverywhere, anywhere } = grantsOf(cluster, account);
  let unknown: Grant | null = null;
  const facts = asks.map((ask): RightsFact => {
    const applying = grants.in(ask.namespace);
    const found = findGrant(applying, ask);
    if (found === null) unknown ??= applying.find((grant) => grant.open) ?? null;
    return {
      ...ask,
      granted: found !== null,
      role: found === null ? null : (found.grant.role?.id ?? `${found.grant.binding.roleRef.kind}/${found.grant.binding.roleRef.name}`),
      binding: found?.grant.binding.id ?? null,
      at: found?.rule.at ?? null,
    };
  });
  if (facts.every((fact) => fact.granted)) return { state: 'granted', facts };
  // A RoleBinding to a role that has the rule was meant to grant it, and cannot.
  const meant = (f: RightsFact): boolean => f.namespace !== null || boundEverywhere || findGrant(anywhere, f) !== null;
  const told = bound && facts.some((f) => !f.granted && meant(f));
  if (unknown === null) return told ? { state: 'missing', facts } : { state: 'unknown', facts, lacks: null };
  return { state: 'unknown', facts, ...lacking(unknown) };
}

/** A role that other ClusterRoles make up is in the input, and only they are not: nothing can be named. */
function lacking({ role, binding }: Grant): Pick<RightsVerdict, 'lacks'> {
  if (role !== null) return {};
  const { kind, name, at } = binding.roleRef;
  return { lacks: { kind, name, binding: binding.id, at } };
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
  const named = rule.resourceNames.length === 0 || (ask.name !== null && rule.resourceNames.includes(ask.name));
  return named && has(rule.apiGroups, ask.group) && hasResource(rule.resources, ask.resource);
}

function has(list: readonly string[], wanted: string): boolean {
  return list.includes(wanted) || list.includes('*');
}

/** A subresource is a resource of its own; a rule names those of any resource with a star before the slash. */
function hasResource(list: readonly string[], resource: string): boolean {
  const slash = resource.indexOf('/');
  return has(list, resource) || (slash >= 0 && list.includes(`*${resource.slice(slash)}`));
}

/** Exact, or a prefix where the pattern ends in `*`. */
function matchesUrl(pattern: string, url: string): boolean {
  return pattern.endsWith('*') ? url.startsWith(pattern.slice(0, -1)) : pattern === url;
}
