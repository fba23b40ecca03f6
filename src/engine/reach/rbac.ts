import type { Cluster } from '../cluster/index.ts';
import type { Binding, RbacRule, Role } from '../objects/index.ts';
import { BOOTSTRAP } from './bootstrap.ts';
import { selects } from './selector.ts';

/** A service account, by its own name. */
export interface Account {
  namespace: string;
  name: string;
}

/** The rules one binding hands to an account. */
export interface Grant {
  binding: Binding;
  /** null: the role is not in the input. */
  role: Role | null;
  rules: readonly RbacRule[];
  /** Rules may be missing here: the role, or a role it aggregates, is not in the input. */
  open: boolean;
}

/** The grants that count in a namespace, or cluster-wide (null): an installation binds Prometheus in every namespace. */
export interface GrantList {
  in(namespace: string | null): readonly Grant[];
}

function listGrants(grants: readonly Grant[]): GrantList {
  const everywhere = grants.filter(({ binding }) => binding.kind === 'ClusterRoleBinding');
  const own = new Map<string, Grant[]>();
  for (const one of grants) {
    if (one.binding.kind === 'ClusterRoleBinding') continue;
    const list = own.get(one.binding.namespace);
    if (list === undefined) own.set(one.binding.namespace, [...everywhere, one]);
    else list.push(one);
  }
  return { in: (namespace) => (namespace === null ? undefined : own.get(namespace)) ?? everywhere };
}

interface RbacIndex {
  roles: Map<string, Role>;
  clusterRoles: Role[];
  /** Bindings by subject, written as Kubernetes writes user and group names. */
  bindings: Map<string, Binding[]>;
  grants: Map<string, Grants>;
}
const indexes = new WeakMap<Cluster, RbacIndex>();

export interface Grants {
  grants: GrantList;
  /** By its own name: then its rights are, at least in part, in the input. */
  bound: boolean;
  /** The same by a ClusterRoleBinding: without one, what no RoleBinding can grant may stand elsewhere. */
  boundEverywhere: boolean;
  /** Whatever namespace they count in. */
  anywhere: readonly Grant[];
}

/** Everything bound to the account, by its own name or through a group that every service account is in. */
export function grantsOf(cluster: Cluster, account: Account): Grants {
  const index = indexOf(cluster);
  const user = userName(account);
  const known = index.grants.get(user);
  if (known !== undefined) return known;
  const own = index.bindings.get(user) ?? [];
  const inherited = groupsOf(account).flatMap((group) => index.bindings.get(`group ${group}`) ?? []);
  const all = [...new Set([...own, ...inherited])].map((binding) => grant(index, binding));
  const boundEverywhere = own.some((binding) => binding.kind === 'ClusterRoleBinding');
  const found = { grants: listGrants(all), bound: own.length > 0, boundEverywhere, anywhere: all };
  index.grants.set(user, found);
  return found;
}

/** The role a binding refers to, if it is in the input. */
export function roleOf(cluster: Cluster, binding: Binding): Role | null {
  return indexOf(cluster).roles.get(roleKey(binding)) ?? null;
}

/** As the API server names it in `--as` and in access reviews. */
export function userName(account: Account): string {
  return `system:serviceaccount:${account.namespace}:${account.name}`;
}

/** Groups that the API server puts every service account in. */
export function groupsOf(account: Account): string[] {
  return ['system:serviceaccounts', `system:serviceaccounts:${account.namespace}`, 'system:authenticated'];
}

/** A RoleBinding finds a Role in its own namespace only. */
function roleKey(binding: Binding): string {
  const { kind, name } = binding.roleRef;
  return kind === 'Role' ? `Role/${binding.namespace}/${name}` : `ClusterRole/${name}`;
}

function grant(index: RbacIndex, binding: Binding): Grant {
  const role = index.roles.get(roleKey(binding)) ?? null;
  if (role !== null) return { binding, role, ...effectiveRules(index, role, new Set()) };
  const { kind, name, at } = binding.roleRef;
  const known = kind === 'ClusterRole' ? BOOTSTRAP.get(name) : undefined;
  // Somebody may have added to it, except to what allows everything.
  return {
    binding,
    role,
    rules: (known ?? []).map((rule) => ({ ...rule, resourceNames: [], at })),
    open: name !== 'cluster-admin' || !known,
  };
}

/** Own rules and those of the ClusterRoles it aggregates (the controller writes their union into `rules`). */
function effectiveRules(index: RbacIndex, role: Role, seen: Set<Role>): { rules: RbacRule[]; open: boolean } {
  seen.add(role);
  const rules = [...role.rules];
  // The parts Kubernetes itself ships stand in no manifest; only the controller's union, as in a dump, is all there is.
  let open = role.aggregation.length > 0 && role.rules.length === 0;
  for (const selector of role.aggregation) {
    const parts = index.clusterRoles.filter((other) => other !== role && selects(selector, other.labels));
    for (const part of parts) {
      if (seen.has(part)) continue;
      const found = effectiveRules(index, part, seen);
      rules.push(...found.rules);
      open ||= found.open;
    }
  }
  return { rules, open };
}

function indexOf(cluster: Cluster): RbacIndex {
  const known = indexes.get(cluster);
  if (known !== undefined) return known;
  const roles = new Map<string, Role>();
  for (const role of cluster.roles)
    roles.set(role.kind === 'Role' ? `Role/${role.namespace}/${role.name}` : `ClusterRole/${role.name}`, role);
  const bindings = new Map<string, Binding[]>();
  for (const binding of cluster.bindings) {
    for (const subject of binding.subjects) {
      const key = subjectKey(subject);
      const list = bindings.get(key);
      if (list === undefined) bindings.set(key, [binding]);
      else if (!list.includes(binding)) list.push(binding);
    }
  }
  const clusterRoles = cluster.roles.filter((role) => role.kind === 'ClusterRole');
  const index: RbacIndex = { roles, clusterRoles, bindings, grants: new Map() };
  indexes.set(cluster, index);
  return index;
}

function subjectKey(subject: Binding['subjects'][number]): string {
  if (subject.kind === 'ServiceAccount') return userName(subject);
  return subject.kind === 'Group' ? `group ${subject.name}` : subject.name;
}
