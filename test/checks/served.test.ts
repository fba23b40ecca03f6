import { expect, it } from 'vitest';
import { ARGS, type Change, ENDPOINT, found, MONITOR, PORTS } from './found.ts';

const own = (text: string): Change => [ENDPOINT, `${ENDPOINT}\n    ${text}`];
const args = (...all: string[]): Change => [ARGS, `args: ${JSON.stringify(all)}`];
const image = (name: string): Change => ['image: example.org/node-exporter:v1', `image: ${name}`];
const MOVED = args('--web.listen-address=:8080', '--web.telemetry-path=/stats');
const behind = (upstream: string, path = '/stats'): Change[] => [
  args('--web.listen-address=127.0.0.1:8081', `--web.telemetry-path=${path}`),
  [
    PORTS,
    `      - name: proxy\n        image: kube-rbac-proxy\n        args: ["--secure-listen-address=:8080", "--upstream=${upstream}"]\n${PORTS}`,
  ],
  own('scheme: https'),
];

it.each<[what: string, changes: Change[], said: string[]]>([
  ['as it is', [], []],
  ['moved by a flag', [MOVED], ['error cart#0 /metrics /stats']],
  ['moved on both sides', [MOVED, own('path: /stats')], []],
  ['with a query', [own('path: /metrics?x=1')], []],
  ['of a program with one page', [own('path: /metric')], ['error cart#0 /metric /metrics']],
  ['of a program with more pages', [image('example.org/redis_exporter'), own('path: /scrape')], []],
  ['of a program nobody knows', [image('example.org/cart:v1'), own('path: /scrape')], []],
  ['that a prober answers', [image('example.org/blackbox-exporter'), own('path: /probe')], []],
  ['written by a relabeling', [MOVED, own('relabelings: [{targetLabel: __metrics_path__, replacement: /stats}]')], []],
  ['behind a proxy', behind('http://127.0.0.1:8081/'), ['error cart#0 /metrics /stats']],
  ['behind a proxy that has a path of its own', behind('http://127.0.0.1:8081/stats'), []],
  ['behind a proxy, and the same', behind('http://127.0.0.1:8081/', '/metrics'), []],
  [
    'of a port for health alone',
    [image('example.org/manager'), args('--metrics-bind-address=:1', '--health-probe-bind-address=:8080')],
    ['error cart#0 /metrics /healthz'],
  ],
])('a path %s', (_what, changes, said) => {
  expect(found('path-not-served', changes, '', ['path', 'served'])).toEqual(said);
});

const ON_HOST: Change = ['    spec:\n      containers', '    spec:\n      hostNetwork: true\n      containers'];
const HOST_PORT: Change = ['containerPort: 8080}', 'containerPort: 8080, hostPort: 9090}'];
const policy =
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: guard, namespace: shop}\nspec: {podSelector: {}, ingress: [{}]}\n';
it.each<[what: string, changes: Change[], more: string, said: string[]]>([
  ['in its pod', [], '', []],
  ['on the host’s network', [ON_HOST], '', ['info cart#0 8080']],
  ['on the host’s network, whatever policies say', [ON_HOST], policy, ['info cart#0 8080']],
  ['through a hostPort', [HOST_PORT], '', ['info cart#0 host-port 9090']],
  ['through a hostPort that policies guard', [HOST_PORT], policy, []],
  ['inside only', [ON_HOST, args('--web.listen-address=127.0.0.1:8080')], '', []],
  ['behind a proxy', [ON_HOST, ...behind('http://127.0.0.1:8081/')], '', []],
  ['as nobody knows', [ON_HOST, image('example.org/cart'), args()], '', []],
])('a process that listens %s', (_what, changes, more, said) => {
  expect(found('node-open', changes, more, ['port'])).toEqual(said);
});

const jobLabel = (key: string): Change => [MONITOR, `${MONITOR}  jobLabel: ${key}\n`];
it.each<[what: string, changes: Change[], said: string[]]>([
  ['that the Service has', [jobLabel('tier')], []],
  ['that it has not', [jobLabel('name')], ['warning cart#0 name cart']],
  ['that it has not, where a rule names the job', [jobLabel('name'), own('relabelings: [{targetLabel: job, replacement: x}]')], []],
  ['of a chain that ends before', [jobLabel('name'), [ENDPOINT, '- port: nothing']], []],
])('a job label %s', (_what, changes, said) => {
  expect(found('job-label-missing', changes, '', ['label', 'job'])).toEqual(said);
});

const admitting = (ports: string) => policy.replace('ingress: [{}]', `ingress: [{ports: [${ports}]}]`);
it.each<[what: string, changes: Change[], more: string, said: string[]]>([
  ['no policy', [ON_HOST], '', ['info cart#0 no-policy']],
  ['this port', [ON_HOST], admitting('{port: 8080}'), ['info cart#0']],
  ['another port', [ON_HOST], admitting('{port: 9100}'), ['info cart#0 port guard 9100']],
  ['every port', [ON_HOST], policy, ['info cart#0']],
  ['other pods', [ON_HOST], policy.replace('[{}]', '[{from: [{podSelector: {matchLabels: {a: b}}}]}]'), ['info cart#0']],
  ['another port, of a pod of its own', [], admitting('{port: 9100}'), []],
])('pods on the host’s network, and %s admitted', (_what, changes, more, said) => {
  expect(found('host-network', changes, more, ['policy', 'admits'])).toEqual(said);
});
