import { expect, it } from 'vitest';
import { type Change, found, MONITOR, PROMETHEUS } from './found.ts';

const operator = (args: string, name = 'operator') => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: mon}
spec:
  selector: {matchLabels: {o: ${name}}}
  template:
    metadata: {labels: {o: ${name}}}
    spec: {containers: [{name: operator, image: quay.io/prometheus-operator/prometheus-operator:v0.90.0, args: [${args}]}]}
`;
const annotated: Change = [
  'metadata: {name: main, namespace: mon}',
  'metadata: {name: main, namespace: mon, annotations: {operator.prometheus.io/controller-id: mine}, labels: {shard: a}}',
];

// The Prometheus is in `mon`, the monitor in `shop`.
it.each<[what: string, more: string, said: string[], changes?: Change[]]>([
  ['no operator', '', []],
  ['no arguments', operator(''), []],
  ['both namespaces', operator('"--namespaces=mon,shop"'), []],
  ['both, one after the other', operator('"--namespaces=mon", "--namespaces=shop"'), []],
  ['the namespace of the monitor alone', operator('"--namespaces=shop"'), ['warning cart#0 instance-namespace namespaces shop']],
  ['the namespace of the Prometheus alone', operator('"--namespaces=mon"'), ['warning cart#0 namespace namespaces mon']],
  ['one that is denied', operator('"--deny-namespaces=shop"'), ['warning cart#0 namespace deny-namespaces shop']],
  ['others that are denied', operator('"--deny-namespaces=kube-system"'), []],
  ['a Prometheus namespace comes first', operator('"--namespaces=shop", "--prometheus-instance-namespaces=mon"'), []],
  [
    'another Prometheus namespace',
    operator('"--prometheus-instance-namespaces=prod"'),
    ['warning cart#0 instance-namespace prometheus-instance-namespaces prod'],
  ],
  ['empty is everything', operator('"--namespaces="'), []],
  ['a variable that nobody resolves', operator('"--namespaces=$(NAMESPACE)"'), []],
  ['labels that it has', operator('"--prometheus-instance-selector=shard=a", "--controller-id=mine"'), [], [annotated]],
  [
    'labels that it has not',
    operator('"--prometheus-instance-selector=shard in (b, c)"'),
    ['warning cart#0 instance-labels prometheus-instance-selector shard in (b, c)'],
  ],
  ['an id that it has not', operator('"--controller-id=mine"'), ['warning cart#0 controller-id controller-id mine']],
  ['an id, and an operator without one', operator(''), ['warning cart#0 controller-id controller-id ""'], [annotated]],
  ['a second operator that does it', `${operator('"--namespaces=prod"')}---\n${operator('', 'second')}`, []],
])('an operator with %s', (_what, more, said, changes = []) => {
  expect(found('operator-ignores', changes, more, ['flag', 'value'])).toEqual(said);
});

it.each<[what: string, changes: Change[], said: string[]]>([
  ['paused', [[PROMETHEUS, `${PROMETHEUS}\n  paused: true`]], ['warning cart#0']],
  ['not paused', [[PROMETHEUS, `${PROMETHEUS}\n  paused: false`]], []],
  [
    'paused, and selecting nothing',
    [
      [PROMETHEUS, `${PROMETHEUS}\n  paused: true`],
      ['serviceMonitorSelector: {}', 'serviceMonitorSelector: {matchLabels: {a: b}}'],
    ],
    [],
  ],
])('a Prometheus that is %s', (_what, changes, said) => {
  expect(found('prometheus-paused', changes)).toEqual(said);
});

it.each<[what: string, changes: Change[], said: string[]]>([
  ['one shard', [[PROMETHEUS, `${PROMETHEUS}\n  shards: 1`]], []],
  ['three shards', [[PROMETHEUS, `${PROMETHEUS}\n  shards: 3`]], ['info cart#0 3 2']],
])('a Prometheus of %s', (_what, changes, said) => {
  expect(found('sharded', changes, '', ['shards', 'last'])).toEqual(said);
});

const FORCED: Change = [PROMETHEUS, `${PROMETHEUS}\n  enforcedNamespaceLabel: namespace`];
const ELSEWHERE: Change = [MONITOR, `${MONITOR.replace('shop', 'mon')}  namespaceSelector: {any: true}\n`];
const KSM: Change[] = [
  ['image: example.org/node-exporter:v1', 'image: registry.k8s.io/kube-state-metrics/kube-state-metrics:v2.13.0'],
  ['args: ["--web.listen-address=:8080"]', 'args: ["--port=8080", "--telemetry-port=8081"]'],
];
it.each<[what: string, changes: Change[], said: string[]]>([
  ['forced, of the same namespace', [FORCED], []],
  ['forced, of another one', [FORCED, ELSEWHERE], ['info cart#0 mon']],
  ['forced under another name', [[PROMETHEUS, `${PROMETHEUS}\n  enforcedNamespaceLabel: tenant`], ELSEWHERE], []],
  [
    'that an exception keeps',
    [
      [
        PROMETHEUS,
        `${PROMETHEUS}\n  enforcedNamespaceLabel: namespace\n  excludedFromEnforcement: [{group: monitoring.coreos.com, resource: servicemonitors, namespace: mon}]`,
      ],
      ELSEWHERE,
    ],
    [],
  ],
  ['of what kube-state-metrics tells of', KSM, ['info cart#0 exported shop']],
  ['of what it tells of, honoured', [...KSM, ['- port: http-metrics', '- port: http-metrics\n    honorLabels: true']], []],
  ['of itself', [...KSM, ['targetPort: metrics}', 'targetPort: 8081}']], []],
])('the namespace label %s', (_what, changes, said) => {
  expect(found('namespace-label', changes, '', ['namespace'])).toEqual(said);
});

const SECOND = `apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: second, namespace: mon}
spec: {serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: {}}
`;
const setting = (line: string): Change => [PROMETHEUS, `${PROMETHEUS}\n  ${line}`];
it.each<[what: string, changes: Change[], more: string, said: string[]]>([
  ['as it is', [], '', []],
  ['a version that is supported', [setting('version: v2.53.0')], '', []],
  ['a version that is not', [setting('version: v1.8.0')], '', ['error cart#0 main spec.version']],
  ['a timeout over the interval', [setting('scrapeInterval: 10s\n  scrapeTimeout: 20s')], '', ['error cart#0 main spec.scrapeTimeout']],
  ['a second one that is accepted', [setting('version: v1.8.0')], SECOND, ['warning cart#0 main spec.version']],
  ['nothing selected', [setting('version: v1.8.0'), ['serviceMonitorSelector: {}', 'podMonitorSelector2: {}']], '', []],
])('a Prometheus with %s', (_what, changes, more, said) => {
  expect(found('prometheus-rejected', changes, more, ['prometheus', 'field'])).toEqual(said);
});

const DEPLOYMENT = 'metadata: {name: cart, namespace: shop}\nspec:\n  selector: {matchLabels: {app: cart, tier: web}}\n  template';
const replicas = (n: number): Change => [DEPLOYMENT, DEPLOYMENT.replace('spec:', `spec:\n  replicas: ${n}`)];
const POD = `apiVersion: v1
kind: Pod
metadata: {name: cart-1-a, namespace: shop, labels: {app: cart, tier: web, pod-template-hash: "1"}}
spec: {containers: [{name: cart, image: example.org/node-exporter:v1, args: ["--web.listen-address=:8080"], ports: [{name: metrics, containerPort: 8080}]}]}
status: {phase: Running, podIP: 10.0.0.1}
`;
it.each<[what: string, changes: Change[], more: string, said: string[]]>([
  ['its default', [], '', []],
  ['two', [replicas(2)], '', []],
  ['none', [replicas(0)], '', ['warning cart#0 cart']],
  ['none, and a pod that still runs', [replicas(0)], POD, []],
])('a workload with %s replicas', (_what, changes, more, said) => {
  expect(found('no-replicas', changes, more, ['workload']).filter((line) => line.endsWith(' cart'))).toEqual(said);
});
