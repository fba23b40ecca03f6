import type { Cluster, Workload } from '../cluster/index.ts';
import type { Binding, Role } from '../objects/index.ts';
import { type Account, roleOf, userName } from './rbac.ts';
import { accountOf } from './rights.ts';
import { selects } from './selector.ts';

/** RBAC that serves one service account and nobody else, with the rules it holds. */
export interface OwnRbac {
  bindings: Binding[];
  roles: Role[];
  /** Workloads that run as the account: with more than one, the rights are shared. */
  workloads: Workload[];
}

/** What could go with a service account's last use. Roles that another binding or an aggregated role uses stay out. */
export function rbacOnlyUsedBy(cluster: Cluster, account: Account): OwnRbac {
  const user = userName(account);
  const bindings = cluster.bindings.filter((binding) => binding.subjects.length > 0 && binding.subjects.every((s) => isAccount(s, user)));
  const users = new Map<Role, Binding[]>();
  for (const binding of cluster.bindings) {
    const role = roleOf(cluster, binding);
    if (role !== null) users.set(role, [...(users.get(role) ?? []), binding]);
  }
  const own = new Set(bindings);
  const aggregations = cluster.roles.flatMap((role) => role.aggregation);
  const roles = [...users]
    .filter(([role, its]) => its.every((binding) => own.has(binding)) && !isAggregated(role, aggregations))
    .map(([role]) => role);
  const workloads = cluster
    .workloadsIn(account.namespace)
    .filter((w) => userName(accountOf(w.namespace, w.pod.serviceAccountName)) === user);
  return { bindings, roles, workloads };
}

function isAccount(subject: Binding['subjects'][number], user: string): boolean {
  return subject.kind === 'ServiceAccount' ? userName(subject) === user : subject.kind === 'User' && subject.name === user;
}

function isAggregated(role: Role, aggregations: Role['aggregation']): boolean {
  return role.kind === 'ClusterRole' && aggregations.some((selector) => selects(selector, role.labels));
}
