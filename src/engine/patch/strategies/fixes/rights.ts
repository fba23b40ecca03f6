import type { RightsFact } from '../../../reach/index.ts';
import type { JsonMap } from '../../../yaml/index.ts';
import type { Task } from '../../job.ts';
import { freeName } from '../../names.ts';
import { freeClusterName, grantProxy, grantScrape } from '../../rights.ts';
import { scopeOf } from '../../site.ts';
import { type Fix, undecided } from './fix.ts';

const BASE = { apiVersion: 'rbac.authorization.k8s.io/v1' };
const API_GROUP = 'rbac.authorization.k8s.io';

/** Prometheus may list and watch what its discovery asks for, where it asks, and nothing else. */
export const rbacMissing: Fix = {
  code: 'rbac-missing',
  apply(task) {
    const lacking = task.chain.discovery.filter((d) => d.verdict.state === 'missing');
    for (const { prometheus: id, verdict } of lacking) {
      const prometheus = task.input.cluster.prometheuses.find((p) => p.id === id);
      if (!prometheus) return undecided(this);
      const byNamespace = new Map<string | null, RightsFact[]>();
      for (const fact of verdict.facts.filter((f) => !f.granted))
        byNamespace.set(fact.namespace, [...(byNamespace.get(fact.namespace) ?? []), fact]);
      const account = { kind: 'ServiceAccount', name: prometheus.serviceAccountName, namespace: prometheus.namespace };
      for (const [namespace, facts] of byNamespace) grant(task, prometheus, account, namespace, facts);
    }
    return lacking.length > 0 ? null : undecided(this);
  },
};

type Prometheus = Task['input']['cluster']['prometheuses'][number];

function grant(
  { draft, input }: Task,
  prometheus: Prometheus,
  account: JsonMap,
  namespace: string | null,
  facts: readonly RightsFact[],
): void {
  const wide = namespace === null;
  const wanted = `prometheus-${prometheus.name}-discovery`;
  const taken = [...input.cluster.roles, ...input.cluster.bindings].filter((r) => r.namespace === namespace).map((r) => r.name);
  const name = wide ? freeClusterName(input.cluster, wanted) : freeName(taken, wanted);
  const metadata = { name, ...(wide ? {} : { namespace }) };
  const groups = [...new Set(facts.map((f) => f.group))];
  const rules = groups.map((group) => ({
    apiGroups: [group],
    resources: [...new Set(facts.filter((f) => f.group === group).map((f) => f.resource))],
    verbs: ['get', 'list', 'watch'],
  }));
  const [role, binding] = wide ? ['ClusterRole', 'ClusterRoleBinding'] : ['Role', 'RoleBinding'];
  const idOf = (kind: string): string => (wide ? `${kind}/${name}` : `${kind}/${namespace}/${name}`);
  draft.addObject({ ...BASE, kind: role, metadata, rules }, prometheus.raw, ['add-object', { object: idOf(role) }]);
  const roleRef = { apiGroup: API_GROUP, kind: role, name };
  draft.addObject({ ...BASE, kind: binding, metadata, roleRef, subjects: [account] }, prometheus.raw, [
    'add-object',
    { object: idOf(binding) },
  ]);
}

/** Prometheus may GET the path that the proxy asks about. */
export const scrapeRbacMissing: Fix = {
  code: 'scrape-rbac-missing',
  apply(task) {
    grantScrape(task, task.chain.path ?? '/metrics', task.chain.selectedBy);
    return null;
  },
};

/** The proxy may review tokens and access. */
export const proxyRbacMissing: Fix = {
  code: 'proxy-rbac-missing',
  apply(task) {
    const scope = scopeOf(task.input, task.chain);
    if ('code' in scope) return scope;
    for (const site of scope.sites.filter((s) => s.proxy)) grantProxy(site, task);
    return null;
  },
};
