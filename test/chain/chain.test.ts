import { expect, test } from 'vitest';
import { analyzeText, edit, picture, SHOP } from '../fixtures/shop.ts';

const OK = 'Service/shop/cart:http-metrics > Deployment/shop/cart:8080 (cart) http';
const lines = (text: string) => text.trim();

const cases: [name: string, changes: [string, string][], expected: string][] = [
  ['as it is', [], `ok | ${OK}`],
  ['the Service port has another name', [['- {name: http-metrics,', '- {name: web,']], 'broken port-not-found'],
  ['a name is an anchored regex', [['- port: http-metrics', '- port: http-.*']], `ok | ${OK}`],
  ["the container's port name is not the Service's", [['- port: http-metrics', '- port: metrics']], 'broken port-not-found'],
  ['a number is no name', [['- port: http-metrics', '- port: 80']], 'broken invalid-field-type port-not-found'],
  [
    'one label differs: a near miss',
    [['selector: {matchLabels: {app: cart, tier: web}}\n  endpoints', 'selector: {matchLabels: {app: cart, tier: api}}\n  endpoints']],
    'broken service-not-found',
  ],
  [
    'nothing like it is there: nothing is claimed',
    [
      [
        '{name: cart, namespace: shop}\nspec:\n  selector: {matchLabels: {app: cart, tier: web}}\n  endpoints',
        '{name: zebra, namespace: shop}\nspec:\n  selector: {matchLabels: {app: zebra}}\n  endpoints',
      ],
    ],
    'incomplete service-not-found',
  ],
  ['a quoted number is a name', [['- port: http-metrics', '- targetPort: "8080"']], 'broken container-port-undeclared'],
  ['targetPort of the endpoint picks the container port', [['- port: http-metrics', '- targetPort: metrics']], `ok | ${OK}`],
  ['targetPort name on no container', [['targetPort: metrics}', 'targetPort: metric}']], 'broken target-port-not-found'],
  [
    'targetPort number nobody declares',
    [['targetPort: metrics}', 'targetPort: 8081}']],
    'broken nothing-listens | Service/shop/cart:http-metrics > Deployment/shop/cart:8081 ?',
  ],
  [
    'the same where the image may listen there',
    [
      ['targetPort: metrics}', 'targetPort: 8081}'],
      ['image: example.org/node-exporter:v1', 'image: example.org/cart:v1'],
      ['args: ["--web.listen-address=:8080"]', 'args: []'],
    ],
    'ok | Service/shop/cart:http-metrics > Deployment/shop/cart:8081 ?',
  ],
  ['without targetPort the port itself', [['port: 80, targetPort: metrics}', 'port: 8080}']], `ok | ${OK}`],
  [
    'UDP',
    [
      ['containerPort: 8080}', 'containerPort: 8080, protocol: UDP}'],
      ['targetPort: metrics}', 'targetPort: metrics, protocol: UDP}'],
    ],
    'broken not-tcp | Service/shop/cart:http-metrics > Deployment/shop/cart:8080 (cart) ?',
  ],
  ['loopback only', [['--web.listen-address=:8080', '--web.listen-address=127.0.0.1:8080']], `broken loopback-only | ${OK}`],
  ['https asked of http', [['- port: http-metrics', '- port: http-metrics\n    scheme: https']], `broken scheme-mismatch | ${OK}`],
  [
    'the pods have another label',
    [['metadata: {labels: {app: cart, tier: web}}', 'metadata: {labels: {app: cart, tier: api}}']],
    'broken no-workload',
  ],
  [
    'ExternalName',
    [['spec:\n  selector: {app: cart, tier: web}\n  ports', 'spec:\n  type: ExternalName\n  externalName: example.org\n  ports']],
    'broken external-name-service',
  ],
  [
    'the monitor is not selected',
    [['serviceMonitorSelector: {}', 'serviceMonitorSelector: {matchLabels: {release: x}}']],
    `broken monitor-not-selected | ${OK}`,
  ],
  ['no selector selects nothing', [['  serviceMonitorSelector: {}\n', '']], `broken monitor-not-selected | ${OK}`],
  ['no namespace selector: the own namespace', [['  serviceMonitorNamespaceSelector: {}\n', '']], `broken monitor-not-selected | ${OK}`],
  [
    'labels of a Namespace that is not here',
    [['serviceMonitorNamespaceSelector: {}', 'serviceMonitorNamespaceSelector: {matchLabels: {team: shop}}']],
    `incomplete | ${OK}`,
  ],
  [
    'the automatic namespace label',
    [['serviceMonitorNamespaceSelector: {}', 'serviceMonitorNamespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}']],
    `ok | ${OK}`,
  ],
  [
    'an operator that does not exist',
    [
      [
        'selector: {matchLabels: {app: cart, tier: web}}\n  endpoints',
        'selector: {matchExpressions: [{key: app, operator: Is, values: [cart]}]}\n  endpoints',
      ],
    ],
    'broken invalid-selector service-not-found',
  ],
  [
    'a relabeling drops it',
    [
      [
        '- port: http-metrics',
        '- port: http-metrics\n    relabelings: [{action: drop, sourceLabels: [__meta_kubernetes_namespace], regex: shop}]',
      ],
    ],
    `broken dropped-by-relabeling | ${OK}`,
  ],
  [
    'files are denied',
    [
      ['serviceMonitorSelector: {}', 'arbitraryFSAccessThroughSMs: {deny: true}\n  serviceMonitorSelector: {}'],
      ['- port: http-metrics', '- port: http-metrics\n    bearerTokenFile: /token'],
    ],
    `broken operator-rejects | ${OK}`,
  ],
];

test.each(cases)('%s', (_, changes, expected) => {
  const { chains } = analyzeText(edit(SHOP, ...changes));
  expect(chains.map(picture)).toEqual([lines(expected)]);
});

const REWRITE = "\n    relabelings: [{targetLabel: __address__, replacement: 'x:1'}]";
test.each<[name: string, changes: [string, string][], expected: string]>([
  [
    'a loopback listener is not asked where the address is rewritten',
    [
      ['--web.listen-address=:8080', '--web.listen-address=127.0.0.1:8080'],
      ['- port: http-metrics', `- port: http-metrics${REWRITE}`],
    ],
    `ok | ${OK}`,
  ],
  [
    'a rewritten path leaves the scheme to be checked',
    [
      [
        '- port: http-metrics',
        '- port: http-metrics\n    scheme: https\n    relabelings: [{targetLabel: __metrics_path__, replacement: /m}]',
      ],
    ],
    `broken scheme-mismatch | ${OK}`,
  ],
  [
    'a scheme set by a rule is the scheme',
    [['- port: http-metrics', '- port: http-metrics\n    scheme: https\n    relabelings: [{targetLabel: __scheme__, replacement: http}]']],
    `ok | ${OK}`,
  ],
  [
    'a proxy that asks over https what speaks http',
    [
      [
        '- {name: metrics, containerPort: 8080}',
        "- {name: metrics, containerPort: 8443}\n      - name: proxy\n        image: example.org/kube-rbac-proxy:v1\n        args: ['--secure-listen-address=:8443', '--upstream=https://127.0.0.1:8080/']",
      ],
      ['- port: http-metrics', '- port: http-metrics\n    scheme: https\n    bearerTokenFile: /token'],
    ],
    'broken scheme-mismatch | Service/shop/cart:http-metrics > Deployment/shop/cart:8443 > https://cart:8080 (cart) https',
  ],
  [
    'hand-written addresses have no container ports',
    [
      [
        'spec:\n  selector: {app: cart, tier: web}\n  ports:\n  - {name: http-metrics, port: 80, targetPort: metrics}',
        'spec:\n  ports:\n  - {name: http-metrics, port: 80}\n---\napiVersion: v1\nkind: Endpoints\nmetadata: {name: cart, namespace: shop}\nsubsets: [{addresses: [{ip: 10.1.1.1}], ports: [{name: http-metrics, port: 9100}]}]',
      ],
      ['- port: http-metrics', '- targetPort: 9100'],
    ],
    'broken container-port-undeclared',
  ],
  [
    'labels that a controller adds are not missed in a template',
    [['  selector: {app: cart, tier: web}\n  ports', '  selector: {app: cart, pod-template-hash: abc}\n  ports']],
    'incomplete no-workload',
  ],
])('%s', (_, changes, expected) => {
  expect(analyzeText(edit(SHOP, ...changes)).chains.map(picture)).toEqual([expected]);
});

test('a monitor without endpoints is a chain of its own', () => {
  const [chain] = analyzeText(edit(SHOP, ['  endpoints:\n  - port: http-metrics\n', '  endpoints: []\n'])).chains;
  expect(chain).toMatchObject({ id: 'ServiceMonitor/shop/cart#-', status: 'broken', reasons: ['no-endpoints'], index: null });
});

test('a kind of a foreign group is not a monitor', () => {
  expect(
    analyzeText(
      edit(SHOP, ['apiVersion: monitoring.coreos.com/v1\nkind: ServiceMonitor', 'apiVersion: example.org/v1\nkind: ServiceMonitor']),
    ).chains,
  ).toEqual([]);
});

test('targets that a rule drops on purpose are no failure while others are kept', () => {
  const two = edit(
    SHOP,
    ['- {name: metrics, containerPort: 8080}', '- {name: metrics, containerPort: 8080}\n        - {name: admin, containerPort: 9999}'],
    ['- port: http-metrics', '- relabelings: [{action: keep, sourceLabels: [__meta_kubernetes_pod_container_port_name], regex: metrics}]'],
  );
  const [chain] = analyzeText(two).chains;
  expect(chain).toMatchObject({ status: 'ok', reasons: [] });
  expect(chain?.targets.map((t) => t.reasons)).toEqual([[], ['dropped-by-relabeling', 'nothing-listens']]);
});

test('half of the targets: partial', () => {
  const other = SHOP.slice(SHOP.indexOf('apiVersion: apps/v1'), SHOP.indexOf('---\napiVersion: v1\nkind: Service'));
  const second = edit(
    other,
    ['name: cart, namespace', 'name: cart2, namespace'],
    [':8080"', ':1"'],
    ['--web.listen-address=:1', '--web.listen-address=127.0.0.1:8080'],
  );
  const [chain] = analyzeText(`${SHOP}---\n${second}`).chains;
  expect(chain).toMatchObject({ status: 'partial', reasons: ['loopback-only'], first: 'loopback-only' });
});

test('every hop holds both sides as evidence', () => {
  const { chains, ingested } = analyzeText(SHOP);
  const link = chains[0]?.links.find((l) => l.kind === 'endpoint-port');
  expect(link).toMatchObject({ label: 'port: http-metrics', state: 'ok' });
  const [fact] = link?.facts ?? [];
  expect(fact).toMatchObject({ name: 'port', holds: true, left: { value: 'http-metrics' }, right: { value: 'http-metrics' } });
  for (const at of [fact?.left?.at, fact?.right?.at]) expect(ingested.docs.has(at?.doc ?? '')).toBe(true);
});

test('the hop that breaks is the one that says so', () => {
  const [chain] = analyzeText(edit(SHOP, ['--web.listen-address=:8080', '--web.listen-address=127.0.0.1:8080'])).chains;
  const broken = chain?.links.filter((l) => l.state === 'broken').map((l) => [l.kind, l.codes]);
  expect(broken).toEqual([['listener', ['loopback-only']]]);
});
