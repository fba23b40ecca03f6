import { open } from '../base.ts';
import { selectorOf } from '../selector.ts';
import type { Binding, KindReader, RbacRule, Role } from '../types.ts';

const GROUP = 'rbac.authorization.k8s.io';

function readRole(raw: Parameters<KindReader['read']>[0]): Role {
  const { base, fields } = open<Role['kind']>(raw);
  const rules = fields.list('rules').map(
    (r): RbacRule => ({
      apiGroups: r.strings('apiGroups'),
      resources: r.strings('resources'),
      verbs: r.strings('verbs'),
      resourceNames: r.strings('resourceNames'),
      nonResourceURLs: r.strings('nonResourceURLs'),
      at: r.at,
    }),
  );
  return { ...base, rules, aggregation: fields.map('aggregationRule').list('clusterRoleSelectors').map(selectorOf) };
}

function readBinding(raw: Parameters<KindReader['read']>[0]): Binding {
  const { base, fields } = open<Binding['kind']>(raw);
  const ref = fields.map('roleRef');
  return {
    ...base,
    roleRef: { kind: ref.str('kind') ?? '', name: ref.str('name') ?? '', at: ref.at },
    subjects: fields
      .list('subjects')
      .map((s) => ({ kind: s.str('kind') ?? '', name: s.str('name') ?? '', namespace: s.str('namespace') ?? '', at: s.at })),
  };
}

export const role: KindReader<Role> = { group: GROUP, kinds: ['Role'], eager: true, read: readRole };
export const clusterRole: KindReader<Role> = { group: GROUP, kinds: ['ClusterRole'], clusterScoped: true, eager: true, read: readRole };
export const roleBinding: KindReader<Binding> = { group: GROUP, kinds: ['RoleBinding'], eager: true, read: readBinding };
export const clusterRoleBinding: KindReader<Binding> = {
  group: GROUP,
  kinds: ['ClusterRoleBinding'],
  clusterScoped: true,
  eager: true,
  read: readBinding,
};
