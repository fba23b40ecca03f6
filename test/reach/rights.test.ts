import { describe, expect, it } from 'vitest';
import { discoveryNeeds, discoveryRights, type Need, proxyRights, rbacOnlyUsedBy, scrapeRights } from '../../src/engine/reach/index.ts';
import type { DiscoveryRole } from '../../src/engine/scrape/index.ts';
import { aggregated, clusterOf, clusterRole, clusterRoleBinding, deployment, prometheus, role, roleBinding, workload } from './cluster.ts';

type Fields = Record<string, unknown>;
const NEEDS: Need[] = ['services', 'endpoints', 'pods'].map((resource) => ({ group: '', resource }));
const reading = (...resources: string[]): Fields => ({ apiGroups: [''], resources, verbs: ['get', 'list', 'watch'] });
const all = reading('services', 'endpoints', 'pods');

function discovery(namespaces: string[] | 'all', needs: Need[], ...objects: Fields[]) {
  const cluster = clusterOf(prometheus('mon', 'k8s'), ...objects);
  const [prom] = cluster.prometheuses;
  if (prom === undefined) throw new Error('no Prometheus was read');
  return discoveryRights(cluster, prom, namespaces, needs);
}

describe('discoveryRights', () => {
  it('of very many namespaces only the first are asked about, and nothing is said of the others', () => {
    const names = Array.from({ length: 50_000 }, (_, i) => `n${i % 20_000}`);
    const bound = [clusterRole('r', all), clusterRoleBinding('b', 'ClusterRole/r', 'mon/prom')];
    const { state, facts } = discovery(names, NEEDS, ...bound);
    expect(state).toBe('unknown');
    expect(facts.length).toBeLessThan(10_000);
  });

  it.each<[string, string[] | 'all', Fields[], string]>([
    ['nothing bound at all', ['shop'], [], 'unknown'],
    ['a Role nobody bound', ['shop'], [role('shop', 'r', all)], 'unknown'],
    ['Role and binding in the namespace', ['shop'], [role('shop', 'r', all), roleBinding('shop', 'b', 'Role/r', 'mon/prom')], 'granted'],
    ['the same, another namespace', ['dev'], [role('shop', 'r', all), roleBinding('shop', 'b', 'Role/r', 'mon/prom')], 'missing'],
    ['one of two namespaces', ['shop', 'dev'], [role('shop', 'r', all), roleBinding('shop', 'b', 'Role/r', 'mon/prom')], 'missing'],
    ['an account of another namespace', ['shop'], [role('shop', 'r', all), roleBinding('shop', 'b', 'Role/r', 'dev/prom')], 'unknown'],
    ['too few resources', ['shop'], [role('shop', 'r', reading('services')), roleBinding('shop', 'b', 'Role/r', 'mon/prom')], 'missing'],
    ['too few verbs', ['shop'], [role('shop', 'r', { ...all, verbs: ['get'] }), roleBinding('shop', 'b', 'Role/r', 'mon/prom')], 'missing'],
    [
      'named resources',
      ['shop'],
      [role('shop', 'r', { ...all, resourceNames: ['till'] }), roleBinding('shop', 'b', 'Role/r', 'mon/prom')],
      'missing',
    ],
    [
      'the wrong group',
      ['shop'],
      [role('shop', 'r', { ...all, apiGroups: ['apps'] }), roleBinding('shop', 'b', 'Role/r', 'mon/prom')],
      'missing',
    ],
    [
      'wildcards',
      ['shop'],
      [role('shop', 'r', { apiGroups: ['*'], resources: ['*'], verbs: ['*'] }), roleBinding('shop', 'b', 'Role/r', 'mon/prom')],
      'granted',
    ],
    ['ClusterRole for one namespace', ['shop'], [clusterRole('r', all), roleBinding('shop', 'b', 'ClusterRole/r', 'mon/prom')], 'granted'],
    [
      'ClusterRole for one, asked for all',
      'all',
      [clusterRole('r', all), roleBinding('shop', 'b', 'ClusterRole/r', 'mon/prom')],
      'missing',
    ],
    ['ClusterRole for all', 'all', [clusterRole('r', all), clusterRoleBinding('b', 'ClusterRole/r', 'mon/prom')], 'granted'],
    [
      'every service account',
      ['shop'],
      [clusterRole('r', all), clusterRoleBinding('b', 'ClusterRole/r', 'system:serviceaccounts')],
      'granted',
    ],
    [
      'those of its namespace',
      ['shop'],
      [clusterRole('r', all), clusterRoleBinding('b', 'ClusterRole/r', 'system:serviceaccounts:mon')],
      'granted',
    ],
    [
      'those of another',
      ['shop'],
      [clusterRole('r', all), clusterRoleBinding('b', 'ClusterRole/r', 'system:serviceaccounts:dev')],
      'unknown',
    ],
    ['a role not in the input', ['shop'], [clusterRoleBinding('b', 'ClusterRole/view', 'mon/prom')], 'unknown'],
    ['a Role of another namespace', ['shop'], [role('dev', 'r', all), roleBinding('shop', 'b', 'Role/r', 'mon/prom')], 'unknown'],
    ['cluster-admin', 'all', [clusterRoleBinding('b', 'ClusterRole/cluster-admin', 'mon/prom')], 'granted'],
  ])('%s', (_, namespaces, objects, state) => {
    expect(discovery(namespaces, NEEDS, ...objects).state).toBe(state);
  });

  it('gathers the rules of aggregated roles, through each other and in circles', () => {
    const labelled = (name: string, label: string, ...rules: Fields[]): Fields => {
      const made = clusterRole(name, ...rules) as { metadata: Fields };
      return { ...made, metadata: { ...made.metadata, labels: { [label]: 'true' } } };
    };
    const circle = (name: string, label: string, gathers: string): Fields => ({
      ...aggregated(name, { [gathers]: 'true' }),
      metadata: { name, labels: { [label]: 'true' } },
    });
    const objects = [
      circle('top', 'bottom', 'middle'),
      circle('middle', 'middle', 'bottom'),
      labelled('leaf', 'bottom', all),
      clusterRoleBinding('b', 'ClusterRole/top', 'mon/prom'),
    ];
    const verdict = discovery('all', NEEDS, ...objects);
    expect(verdict.state).toBe('granted');
    expect(verdict.facts[0]).toMatchObject({ role: 'ClusterRole/top', binding: 'ClusterRoleBinding/b' });
  });

  it('does not know what an aggregated role gathers outside the input', () => {
    expect(discovery('all', NEEDS, aggregated('top', { top: 'true' }), clusterRoleBinding('b', 'ClusterRole/top', 'mon/prom')).state).toBe(
      'unknown',
    );
  });

  it('wants endpointslices where they are the source', () => {
    const bound = [role('shop', 'r', all), roleBinding('shop', 'b', 'Role/r', 'mon/prom')];
    const verdict = discovery(
      ['shop'],
      [
        { group: '', resource: 'services' },
        { group: 'discovery.k8s.io', resource: 'endpointslices' },
      ],
      ...bound,
    );
    expect(verdict.state).toBe('missing');
    expect(verdict.facts.filter((f) => !f.granted).map((f) => `${f.verb} ${f.group}/${f.resource} in ${f.namespace}`)).toEqual([
      'list discovery.k8s.io/endpointslices in shop',
      'watch discovery.k8s.io/endpointslices in shop',
    ]);
  });

  it('asks for nodes in the whole cluster, whatever the namespaces', () => {
    const bound = [role('shop', 'r', reading('nodes')), roleBinding('shop', 'b', 'Role/r', 'mon/prom')];
    expect(discovery(['shop'], [{ group: '', resource: 'nodes' }], ...bound).state).toBe('missing');
  });

  it('points at the rule that grants', () => {
    const rules = [reading('services'), reading('pods')];
    const verdict = discovery(
      ['shop'],
      [{ group: '', resource: 'pods' }],
      role('shop', 'r', ...rules),
      roleBinding('shop', 'b', 'Role/r', 'mon/prom'),
    );
    expect(verdict.facts[0]).toMatchObject({ role: 'Role/shop/r', binding: 'RoleBinding/shop/b', at: { path: ['rules', 1] } });
  });
});

describe('proxyRights', () => {
  const reviews = [
    { apiGroups: ['authentication.k8s.io'], resources: ['tokenreviews'], verbs: ['create'] },
    { apiGroups: ['authorization.k8s.io'], resources: ['subjectaccessreviews'], verbs: ['create'] },
  ];
  const till = deployment('shop', 'till', { pod: { serviceAccountName: 'till', containers: [{ name: 'main' }] } });

  it.each<[string, Fields[], string]>([
    ['both reviews', [clusterRole('r', ...reviews), clusterRoleBinding('b', 'ClusterRole/r', 'shop/till')], 'granted'],
    ['token reviews only', [clusterRole('r', ...reviews.slice(0, 1)), clusterRoleBinding('b', 'ClusterRole/r', 'shop/till')], 'missing'],
    ['bound in one namespace only', [clusterRole('r', ...reviews), roleBinding('shop', 'b', 'ClusterRole/r', 'shop/till')], 'missing'],
    ['another account', [clusterRole('r', ...reviews), clusterRoleBinding('b', 'ClusterRole/r', 'shop/default')], 'unknown'],
    ['by the role that every cluster has', [clusterRoleBinding('b', 'ClusterRole/system:auth-delegator', 'shop/till')], 'granted'],
    ['by that role in one namespace', [roleBinding('shop', 'b', 'ClusterRole/system:auth-delegator', 'shop/till')], 'missing'],
  ])('%s', (_, objects, state) => {
    const cluster = clusterOf(till, ...objects);
    expect(proxyRights(cluster, workload(cluster, 'Deployment/shop/till')).state).toBe(state);
  });
});

describe('scrapeRights', () => {
  const paths = (...nonResourceURLs: string[]): Fields[] => [
    clusterRole('r', { nonResourceURLs, verbs: ['get'] }),
    clusterRoleBinding('b', 'ClusterRole/r', 'mon/prom'),
  ];
  it.each<[string, Fields[], string]>([
    ['the path', paths('/metrics'), 'granted'],
    ['a path below', paths('/metrics/slis'), 'missing'],
    ['by the role that every cluster has', [clusterRoleBinding('b', 'ClusterRole/system:monitoring', 'mon/prom')], 'granted'],
    ['a prefix', paths('/met*'), 'granted'],
    ['every path', paths('*'), 'granted'],
    ['a star inside', paths('/*/metrics'), 'missing'],
    [
      'a Role, which holds no paths',
      [role('shop', 'r', { nonResourceURLs: ['/metrics'], verbs: ['get'] }), roleBinding('shop', 'b', 'Role/r', 'mon/prom')],
      'missing',
    ],
    [
      'Roles only, as of an input without its cluster-wide half',
      [role('shop', 'r', { apiGroups: [''], resources: ['pods'], verbs: ['list'] }), roleBinding('shop', 'b', 'Role/r', 'mon/prom')],
      'unknown',
    ],
  ])('%s', (_, objects, state) => {
    const cluster = clusterOf(prometheus('mon', 'k8s'), ...objects);
    const [prom] = cluster.prometheuses;
    expect(prom && scrapeRights(cluster, prom, '/metrics').state).toBe(state);
  });
});

describe('rbacOnlyUsedBy', () => {
  const pod = { serviceAccountName: 'till', containers: [{ name: 'main' }] };
  const own = (...objects: Fields[]): Record<string, string[]> => {
    const found = rbacOnlyUsedBy(clusterOf(deployment('shop', 'till', { pod }), ...objects), { namespace: 'shop', name: 'till' });
    return { bindings: found.bindings.map((b) => b.id), roles: found.roles.map((r) => r.id), workloads: found.workloads.map((w) => w.id) };
  };
  const nothing = { bindings: [], roles: [], workloads: ['Deployment/shop/till'] };

  it('finds what is bound to the account and to nobody else', () => {
    expect(own(clusterRole('till', all), clusterRoleBinding('till', 'ClusterRole/till', 'shop/till'))).toEqual({
      ...nothing,
      bindings: ['ClusterRoleBinding/till'],
      roles: ['ClusterRole/till'],
    });
  });

  it('leaves a binding with a second subject', () => {
    expect(own(clusterRole('till', all), clusterRoleBinding('till', 'ClusterRole/till', 'shop/till', 'mon/prom'))).toEqual(nothing);
  });

  it('leaves a role that somebody else is bound to as well', () => {
    const objects = [
      clusterRole('r', all),
      clusterRoleBinding('a', 'ClusterRole/r', 'shop/till'),
      clusterRoleBinding('b', 'ClusterRole/r', 'mon/prom'),
    ];
    expect(own(...objects)).toEqual({ ...nothing, bindings: ['ClusterRoleBinding/a'] });
  });

  it('leaves a role that is part of another', () => {
    const part = { ...clusterRole('r', all), metadata: { name: 'r', labels: { view: 'true' } } };
    expect(own(part, aggregated('view', { view: 'true' }), clusterRoleBinding('a', 'ClusterRole/r', 'shop/till')).roles).toEqual([]);
  });

  it('says who else runs as the account', () => {
    expect(own(deployment('shop', 'second', { pod }))['workloads']).toEqual(['Deployment/shop/till', 'Deployment/shop/second']);
  });
});

describe('what a role lists and watches', () => {
  it.each<[DiscoveryRole, boolean, string]>([
    ['endpoints', false, 'services pods endpoints'],
    ['endpointslice', false, 'services pods discovery.k8s.io/endpointslices'],
    ['endpointslice', true, 'services pods discovery.k8s.io/endpointslices nodes'],
    ['pod', false, 'pods'],
    ['pod', true, 'pods nodes'],
    ['ingress', false, 'networking.k8s.io/ingresses'],
    ['service', false, 'services'],
    ['node', true, 'nodes'],
  ])('%s, with nodes attached: %s', (role, attach, expected) => {
    expect(
      discoveryNeeds(role, attach)
        .map((n) => (n.group ? `${n.group}/${n.resource}` : n.resource))
        .join(' '),
    ).toBe(expected);
  });

  it.each<[string, Fields[], string]>([
    ['everywhere', [clusterRole('r', all, reading('nodes')), clusterRoleBinding('b', 'ClusterRole/r', 'mon/prom')], 'granted'],
    ['in one namespace', [clusterRole('r', all, reading('nodes')), roleBinding('shop', 'b', 'ClusterRole/r', 'mon/prom')], 'missing'],
  ])('nodes belong to no namespace: bound %s', (_, objects, state) => {
    expect(discovery(['shop'], discoveryNeeds('endpoints', true), ...objects).state).toBe(state);
  });
});
