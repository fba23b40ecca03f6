import { describe, expect, it } from 'vitest';
import { asksToken, kubeletGuard, listenersOf } from '../../src/engine/listen/index.ts';
import { passRights, proxyRights, type ScrapeRequest } from '../../src/engine/reach/index.ts';
import { clusterOf, clusterRole, clusterRoleBinding, deployment, prometheus, role, roleBinding, workload } from './cluster.ts';

type Fields = Record<string, unknown>;

/** A kube-rbac-proxy whose `--config-file` is mounted from a ConfigMap (or a Secret, which nobody reads). */
const guarded = (args: string[], config?: string, kind: 'configMap' | 'secret' = 'configMap'): Fields[] => [
  deployment('shop', 'till', {
    pod: {
      serviceAccountName: 'till',
      containers: [
        {
          name: 'proxy',
          image: 'quay.io/brancz/kube-rbac-proxy:v0.18.0',
          args: ['--secure-listen-address=:8443', '--upstream=http://127.0.0.1:8080/', ...args],
          volumeMounts: [{ name: 'config', mountPath: '/etc/proxy' }],
        },
      ],
      volumes: [{ name: 'config', [kind]: kind === 'secret' ? { secretName: 'proxy' } : { name: 'proxy' } }],
    },
  }),
  ...(config === undefined || kind === 'secret'
    ? []
    : [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'proxy', namespace: 'shop' }, data: { 'c.yaml': config } }]),
];
const FILE = ['--config-file=/etc/proxy/c.yaml'];
const reads = (path: string): Fields => ({ nonResourceURLs: [path], verbs: ['get'] });
const gets = (resource: string, ...resourceNames: string[]): Fields => ({
  apiGroups: [''],
  resources: [resource],
  verbs: ['get'],
  ...(resourceNames.length > 0 ? { resourceNames } : {}),
});
const everywhere = (...rules: Fields[]): Fields[] => [clusterRole('r', ...rules), clusterRoleBinding('b', 'ClusterRole/r', 'mon/prom')];
const inShop = (...rules: Fields[]): Fields[] => [role('shop', 'r', ...rules), roleBinding('shop', 'b', 'Role/r', 'mon/prom')];
const nothing = everywhere(gets('secrets'));

const SERVICE =
  'authorization: {resourceAttributes: {namespace: shop, apiVersion: v1, resource: services, subresource: proxy, name: till}}';
const BY_NAMESPACE =
  'authorization: {rewrites: {byQueryParameter: {name: ns}}, resourceAttributes: {resource: pods, namespace: "{{ .Value }}"}}';
const STATIC = (entry: string): string => `authorization: {static: [${entry}]}`;

function pass(objects: Fields[], request: Partial<ScrapeRequest> = {}) {
  const cluster = clusterOf(prometheus('mon', 'k8s'), ...objects);
  const [prom] = cluster.prometheuses;
  const [listener] = listenersOf(workload(cluster, 'Deployment/shop/till'), cluster);
  if (!prom || !listener) throw new Error('nobody to ask, or nobody who asks');
  const asked = { path: '/metrics', params: {}, ...request };
  return listener.guard && asksToken(listener, asked.path) ? passRights(cluster, prom, listener.guard, asked) : null;
}

describe('a caller at a kube-rbac-proxy', () => {
  it.each<[string, Fields[], Partial<ScrapeRequest>, string | null]>([
    ['may read the path', [...guarded([]), ...everywhere(reads('/metrics'))], {}, 'granted'],
    ['may read another path', [...guarded([]), ...everywhere(reads('/metrics/slis'))], {}, 'missing'],
    ['may read all below', [...guarded([]), ...everywhere(reads('/met*'))], {}, 'granted'],
    ['a star in the middle is none', [...guarded([]), ...everywhere(reads('/*/metrics'))], { path: '/a/metrics' }, 'missing'],
    ['a path in a Role counts for nothing', [...guarded([]), ...inShop(reads('/metrics'))], {}, 'missing'],
    ['bound by nothing', guarded([]), {}, 'unknown'],
    ['nobody asks about this path', [...guarded(['--ignore-paths=/metrics']), ...nothing], {}, null],
    ['nor about a pattern', [...guarded(['--ignore-paths=/livez,/m[a-e]*']), ...nothing], {}, null],
    ['about others it does', [...guarded(['--ignore-paths=/metrics']), ...nothing], { path: '/metrics/x' }, 'missing'],

    ['a resource, by name, in its namespace', [...guarded(FILE, SERVICE), ...inShop(gets('services/proxy', 'till'))], {}, 'granted'],
    ['a resource of any name', [...guarded(FILE, SERVICE), ...inShop(gets('services/proxy'))], {}, 'granted'],
    ['any such subresource', [...guarded(FILE, SERVICE), ...everywhere(gets('*/proxy'))], {}, 'granted'],
    ['the resource without its subresource', [...guarded(FILE, SERVICE), ...inShop(gets('services'))], {}, 'missing'],
    ['one of another name', [...guarded(FILE, SERVICE), ...inShop(gets('services/proxy', 'db'))], {}, 'missing'],
    ['the path, where a resource is asked for', [...guarded(FILE, SERVICE), ...everywhere(reads('/metrics'))], {}, 'missing'],

    ['a namespace from the query', [...guarded(FILE, BY_NAMESPACE), ...inShop(gets('pods'))], { params: { ns: ['shop'] } }, 'granted'],
    ['two of them', [...guarded(FILE, BY_NAMESPACE), ...inShop(gets('pods'))], { params: { ns: ['shop', 'dev'] } }, 'missing'],
    ['none of them', [...guarded(FILE, BY_NAMESPACE), ...inShop(gets('pods'))], {}, 'unknown'],
    ['a query nobody knows', [...guarded(FILE, BY_NAMESPACE), ...inShop(gets('pods'))], { params: null }, 'unknown'],
    ['a header', [...guarded(FILE, BY_NAMESPACE.replace('byQueryParameter', 'byHttpHeader')), ...nothing], {}, 'unknown'],

    [
      'let in by configuration',
      [...guarded(FILE, STATIC('{user: {name: "system:serviceaccount:mon:prom"}, verb: get, path: /metrics}')), ...nothing],
      {},
      'granted',
    ],
    [
      'another is let in',
      [...guarded(FILE, STATIC('{user: {name: "system:serviceaccount:mon:other"}, path: /metrics}')), ...nothing],
      {},
      'missing',
    ],
    [
      'let in by group',
      [...guarded(FILE, STATIC('{user: {groups: ["system:serviceaccounts:mon"]}, path: /metrics}')), ...nothing],
      {},
      'granted',
    ],
    ['another group', [...guarded(FILE, STATIC('{user: {groups: [admins]}, path: /metrics}')), ...nothing], {}, 'unknown'],
    ['an entry the proxy refuses', [...guarded(FILE, STATIC('{verb: get}')), ...nothing], {}, 'unknown'],

    ['a file in a Secret', [...guarded(FILE, SERVICE, 'secret'), ...nothing], {}, 'unknown'],
    ['a file that is not in the input', [...guarded(FILE), ...nothing], {}, 'unknown'],
    ['a file that is no YAML', [...guarded(FILE, 'authorization: {'), ...nothing], {}, 'unknown'],
    ['a file of something else', [...guarded(FILE, '[]'), ...nothing], {}, 'unknown'],
    ['an identity provider', [...guarded(['--oidc-issuer=https://id.example.org']), ...nothing], {}, 'unknown'],
  ])('%s', (_, objects, request, state) => {
    expect(pass(objects, request)?.state ?? null).toBe(state);
  });

  it('names what is asked for', () => {
    expect(pass([...guarded(FILE, SERVICE), ...nothing])?.facts).toMatchObject([
      { verb: 'get', resource: 'services/proxy', name: 'till', namespace: 'shop', granted: false },
    ]);
  });
});

describe('the proxy itself', () => {
  const bound = (...resources: string[]): Fields[] => [
    clusterRole('p', { apiGroups: ['*'], resources, verbs: ['create'] }),
    clusterRoleBinding('pb', 'ClusterRole/p', 'shop/till'),
  ];
  it.each<[string, Fields[], string]>([
    ['may ask both', [...guarded([]), ...bound('tokenreviews', 'subjectaccessreviews')], 'granted'],
    ['may not ask what callers may', [...guarded([]), ...bound('tokenreviews')], 'missing'],
    ['need not, where its configuration says', [...guarded(FILE, STATIC('{path: /metrics}')), ...bound('tokenreviews')], 'granted'],
    ['nobody knows, with a Secret', [...guarded(FILE, SERVICE, 'secret'), ...bound('tokenreviews')], 'unknown'],
  ])('%s', (_, objects, state) => {
    const cluster = clusterOf(...objects);
    const till = workload(cluster, 'Deployment/shop/till');
    expect(proxyRights(cluster, till, listenersOf(till, cluster)[0]?.guard ?? undefined).state).toBe(state);
  });
});

describe('the kubelet', () => {
  it.each([
    ['/metrics', 'nodes/metrics'],
    ['/metrics/cadvisor', 'nodes/metrics'],
    ['/stats/summary', 'nodes/stats'],
    ['/logs/', 'nodes/log'],
    ['/metricsx', 'nodes/proxy'],
  ])('asks about a part of its node: %s', (path, resource) => {
    const cluster = clusterOf(prometheus('mon', 'k8s'), ...everywhere(gets(resource)));
    const [prom] = cluster.prometheuses;
    if (!prom) throw new Error('no Prometheus was read');
    const rights = passRights(cluster, prom, kubeletGuard(path), { path, params: {} });
    expect([rights.state, rights.facts.map((f) => f.resource)]).toEqual(['granted', [resource]]);
  });
});
