import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionVerdict } from '../../src/engine/reach/index.ts';
import { clusterOf, deployment, namespace, policy, workload } from './cluster.ts';

type Fields = Record<string, unknown>;

const labels = fc.dictionary(fc.constantFrom('app', 'team', 'kubernetes.io/metadata.name'), fc.constantFrom('prom', 'till', 'obs', 'mon'), {
  maxKeys: 2,
  noNullPrototype: true,
});
const selector = fc.record({ matchLabels: labels }, { noNullPrototype: true });
const peer: fc.Arbitrary<Fields> = fc.oneof(
  fc.record({ podSelector: selector }, { noNullPrototype: true }),
  fc.record({ namespaceSelector: selector }, { noNullPrototype: true }),
  fc.record({ podSelector: selector, namespaceSelector: selector }, { noNullPrototype: true }),
  fc.constant({ ipBlock: { cidr: '10.0.0.0/8' } }),
);
const port: fc.Arbitrary<Fields> = fc.record(
  { port: fc.constantFrom<string | number>(8080, 80, 'metrics'), protocol: fc.constantFrom('TCP', 'UDP') },
  { requiredKeys: [], noNullPrototype: true },
);
const rule = (peers: 'from' | 'to') =>
  fc.record(
    { [peers]: fc.array(peer, { maxLength: 3 }), ports: fc.array(port, { maxLength: 3 }) },
    { requiredKeys: [], noNullPrototype: true },
  );
const spec: fc.Arbitrary<Fields> = fc.record(
  {
    podSelector: selector,
    policyTypes: fc.subarray(['Ingress', 'Egress'], { minLength: 1 }),
    ingress: fc.array(rule('from'), { maxLength: 3 }),
    egress: fc.array(rule('to'), { maxLength: 3 }),
  },
  { requiredKeys: ['podSelector', 'ingress'], noNullPrototype: true },
);
const policies = fc.array(fc.record({ ns: fc.constantFrom('mon', 'shop'), spec }), { maxLength: 4 });
type Policies = { ns: string; spec: Fields }[];

const verdict = (list: Policies, withNamespaces = false) => {
  const namespaces = withNamespaces ? [namespace('mon', { team: 'obs' }), namespace('shop')] : [];
  const objects = list.map(({ ns, spec }, i) => policy(ns, `p${i}`, spec));
  const cluster = clusterOf(...namespaces, deployment('mon', 'prom'), deployment('shop', 'till'), ...objects);
  return connectionVerdict(cluster, workload(cluster, 'Deployment/mon/prom'), workload(cluster, 'Deployment/shop/till'), 8080, 'TCP');
};
const state = (list: Policies, withNamespaces = false): string => verdict(list, withNamespaces).state;

const reversed = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(reversed).reverse() : isFields(value) ? mapped(value) : value;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const mapped = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, reversed(value)]));

describe('laws of NetworkPolicy', () => {
  it('the order of policies, rules, peers and ports never matters', () => {
    fc.assert(
      fc.property(policies, (list) => {
        expect(state(reversed(list) as Policies)).toBe(state(list));
      }),
    );
  });

  it('a policy that selects nothing here changes nothing', () => {
    fc.assert(
      fc.property(policies, spec, (list, other) => {
        const idle = { ns: 'shop', spec: { ...other, podSelector: { matchLabels: { app: 'nobody' } } } };
        expect(state([...list, idle])).toBe(state(list));
      }),
    );
  });

  it('rules only ever open: an open policy beside a closing one admits', () => {
    fc.assert(
      fc.property(policies, (list) => {
        const open = ['mon', 'shop'].map((ns) => ({ ns, spec: { policyTypes: ['Ingress', 'Egress'], ingress: [{}], egress: [{}] } }));
        expect(state([...list, ...open])).toBe('admitted');
      }),
    );
  });

  it('knowing the namespaces settles doubts and overturns nothing', () => {
    fc.assert(
      fc.property(policies, (list) => {
        const without = verdict(list).facts;
        const known = verdict(list, true).facts;
        expect(known.length).toBe(without.length);
        known.forEach((fact, i) => {
          if (without[i]?.admits !== null) expect(fact.admits).toBe(without[i]?.admits);
        });
      }),
    );
  });
});
