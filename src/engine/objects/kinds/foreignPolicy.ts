import { open } from '../base.ts';
import type { ForeignPolicy, KindReader } from '../types.ts';

/** Istio's default root namespace: what it says there without a selector holds for the whole mesh (istio MeshConfig.rootNamespace). */
const MESH_ROOT = 'istio-system';

/** Policies that network plugins and meshes enforce beside networking/v1: recognised, not evaluated. */
const reader = (group: string, kinds: readonly string[], clusterScoped = false): KindReader<ForeignPolicy> => ({
  group,
  kinds,
  clusterScoped,
  eager: true,
  read(raw) {
    const { base, fields } = open<'ForeignPolicy'>(raw);
    const mesh = group === 'security.istio.io' && raw.namespace === MESH_ROOT && !fields.map('spec').has('selector');
    return { ...base, kind: 'ForeignPolicy', clusterWide: clusterScoped || mesh };
  },
});

export const foreignPolicies: readonly KindReader<ForeignPolicy>[] = [
  reader('cilium.io', ['CiliumNetworkPolicy']),
  reader('cilium.io', ['CiliumClusterwideNetworkPolicy'], true),
  reader('crd.projectcalico.org', ['NetworkPolicy']),
  reader('crd.projectcalico.org', ['GlobalNetworkPolicy'], true),
  reader('projectcalico.org', ['NetworkPolicy']),
  reader('projectcalico.org', ['GlobalNetworkPolicy'], true),
  reader('crd.antrea.io', ['NetworkPolicy']),
  reader('crd.antrea.io', ['ClusterNetworkPolicy'], true),
  reader('policy.networking.k8s.io', ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'], true),
  reader('security.istio.io', ['AuthorizationPolicy', 'PeerAuthentication']),
];
