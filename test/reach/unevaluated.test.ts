import { describe, expect, it } from 'vitest';
import { connectionVerdict, unevaluatedPolicies } from '../../src/engine/reach/index.ts';
import { clusterOf, deployment, workload } from './cluster.ts';

type Fields = Record<string, unknown>;
const foreign = (apiVersion: string, kind: string, namespace: string | null, spec: Fields = {}): Fields => ({
  apiVersion,
  kind,
  metadata: namespace === null ? { name: 'guard' } : { name: 'guard', namespace },
  spec,
});
const ids = (object: Fields): string[] => unevaluatedPolicies(clusterOf(object), new Set(['shop', 'mon'])).map((p) => p.id);

describe('policies that nothing here evaluates', () => {
  it.each<[string, Fields, string[]]>([
    ['Cilium, here', foreign('cilium.io/v2', 'CiliumNetworkPolicy', 'shop'), ['CiliumNetworkPolicy/shop/guard']],
    ['Cilium, elsewhere', foreign('cilium.io/v2', 'CiliumNetworkPolicy', 'dev'), []],
    ['Cilium, everywhere', foreign('cilium.io/v2', 'CiliumClusterwideNetworkPolicy', null), ['CiliumClusterwideNetworkPolicy/guard']],
    [
      'Calico in its own store',
      foreign('crd.projectcalico.org/v1', 'NetworkPolicy', 'shop'),
      ['NetworkPolicy.crd.projectcalico.org/shop/guard'],
    ],
    ['Calico by its API', foreign('projectcalico.org/v3', 'NetworkPolicy', 'mon'), ['NetworkPolicy.projectcalico.org/mon/guard']],
    ['Calico, everywhere', foreign('projectcalico.org/v3', 'GlobalNetworkPolicy', null), ['GlobalNetworkPolicy/guard']],
    ['an admin’s', foreign('policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy', null), ['AdminNetworkPolicy/guard']],
    [
      'the baseline',
      foreign('policy.networking.k8s.io/v1alpha1', 'BaselineAdminNetworkPolicy', null),
      ['BaselineAdminNetworkPolicy/guard'],
    ],
    ['Istio, here', foreign('security.istio.io/v1', 'PeerAuthentication', 'shop'), ['PeerAuthentication/shop/guard']],
    ['Istio, elsewhere', foreign('security.istio.io/v1', 'AuthorizationPolicy', 'dev'), []],
    [
      'Istio, for the mesh',
      foreign('security.istio.io/v1', 'PeerAuthentication', 'istio-system'),
      ['PeerAuthentication/istio-system/guard'],
    ],
    [
      'Istio, for some pods of its own namespace',
      foreign('security.istio.io/v1', 'PeerAuthentication', 'istio-system', { selector: { matchLabels: { app: 'x' } } }),
      [],
    ],
    ['a kind of the same name from elsewhere', foreign('example.org/v1', 'AdminNetworkPolicy', 'shop'), []],
    ['the one that is evaluated', foreign('networking.k8s.io/v1', 'NetworkPolicy', 'shop', { podSelector: {} }), []],
  ])('%s', (_, object, expected) => {
    expect(ids(object)).toEqual(expected);
  });

  it('a Calico policy is no networking/v1 policy, even under the same name', () => {
    const calico = foreign('projectcalico.org/v3', 'NetworkPolicy', 'shop', { podSelector: {}, types: ['Ingress'] });
    const open = foreign('networking.k8s.io/v1', 'NetworkPolicy', 'shop', { podSelector: {}, ingress: [{}] });
    const cluster = clusterOf(deployment('mon', 'prom'), deployment('shop', 'till'), open, calico);
    const [prom, till] = [workload(cluster, 'Deployment/mon/prom'), workload(cluster, 'Deployment/shop/till')];
    expect(connectionVerdict(cluster, prom, till, 8080, 'TCP')).toMatchObject({ state: 'admitted', policies: ['guard'] });
  });
});
