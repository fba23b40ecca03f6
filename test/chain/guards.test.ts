import { describe, expect, it } from 'vitest';
import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';

type Change = [from: string, to: string];

const TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';
const endpoint = (...lines: string[]): Change => ['- port: http-metrics\n', `${['- port: http-metrics', ...lines].join('\n    ')}\n`];
/** The proxy on the scraped port, the exporter behind it; a ConfigMap `conf` is mounted at /conf. */
const proxy = (image: string, args: string): Change => [
  '- name: cart\n        image: example.org/node-exporter:v1\n        args: ["--web.listen-address=:8080"]\n',
  `- name: app
        image: example.org/node-exporter:v1
        args: ["--web.listen-address=127.0.0.1:8081"]
      - name: front
        image: ${image}
        args: [${args}]
        volumeMounts: [{name: conf, mountPath: /conf}]
`,
];
const volume = (source: string): Change => [
  '    spec:\n      containers',
  `    spec:\n      volumes: [{name: conf, ${source}}]\n      containers`,
];
const add = (...documents: string[]): Change => [
  '---\napiVersion: apps/v1',
  `${documents.map((d) => `---\n${d}`).join('')}---\napiVersion: apps/v1`,
];
const config = (text: string): string =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf, namespace: shop}\ndata: {c.yaml: ${JSON.stringify(text)}}\n`;
const bound = (rule: string): string[] => [
  `apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: r}\nrules: [{apiGroups: [""], resources: [services, pods, endpoints], verbs: [get, list, watch]}, ${rule}]\n`,
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: r}\nsubjects: [{kind: ServiceAccount, name: scraper, namespace: mon}]\n',
];

const KRP = 'example.org/kube-rbac-proxy:v0.18.0';
const FLAGS = '"--secure-listen-address=:8080", "--upstream=http://127.0.0.1:8081/"';
const FILE = `${FLAGS}, "--config-file=/conf/c.yaml"`;
const HTTPS = endpoint('scheme: https', `bearerTokenFile: ${TOKEN}`);
const SERVICE = 'authorization: {resourceAttributes: {namespace: shop, resource: services, name: cart}}';

const WATCHED = new Set(['auth-missing', 'scrape-rbac-missing', 'proxy-path-refused', 'proxy-rbac-missing', 'upstream-not-found']);

describe('what stands before an exporter', () => {
  it.each<[string, Change[], string[], string]>([
    [
      'the path may be read',
      [proxy(KRP, FLAGS), HTTPS, add(...bound('{nonResourceURLs: [/metrics], verbs: [get]}'))],
      [],
      '→ http://127.0.0.1:8081/ ok',
    ],
    [
      'the path may not be read',
      [proxy(KRP, FLAGS), HTTPS, add(...bound('{nonResourceURLs: [/other], verbs: [get]}'))],
      ['scrape-rbac-missing'],
      '→ http://127.0.0.1:8081/ ok',
    ],
    [
      'nobody asks about this path',
      [proxy(KRP, `${FLAGS}, "--ignore-paths=/metrics"`), HTTPS, add(...bound('{nonResourceURLs: [/other], verbs: [get]}'))],
      [],
      '→ http://127.0.0.1:8081/ ok',
    ],
    [
      'nor without a token',
      [proxy(KRP, `${FLAGS}, "--ignore-paths=/metrics"`), endpoint('scheme: https')],
      [],
      '→ http://127.0.0.1:8081/ ok',
    ],
    [
      'about another it does',
      [proxy(KRP, `${FLAGS}, "--ignore-paths=/metrics"`), endpoint('scheme: https', 'path: /stats')],
      ['auth-missing'],
      '→ http://127.0.0.1:8081/ ok',
    ],
    [
      'only other paths pass',
      [proxy(KRP, `${FLAGS}, "--allow-paths=/stats,/healthz"`), HTTPS],
      ['proxy-path-refused'],
      '→ http://127.0.0.1:8081/ ok',
    ],
    ['this path passes', [proxy(KRP, `${FLAGS}, "--allow-paths=/stats,/m*"`), HTTPS], [], '→ http://127.0.0.1:8081/ ok'],
    [
      'a resource is asked about, and the path may be read',
      [
        proxy(KRP, FILE),
        HTTPS,
        volume('configMap: {name: conf}'),
        add(config(SERVICE.replace('name: cart', 'subresource: proxy')), ...bound('{nonResourceURLs: [/metrics], verbs: [get]}')),
      ],
      ['scrape-rbac-missing'],
      '→ http://127.0.0.1:8081/ ok',
    ],
    [
      'a resource is asked about, and may be read',
      [proxy(KRP, FILE), HTTPS, volume('configMap: {name: conf}'), add(config(SERVICE), ...bound('{nonResourceURLs: [/x], verbs: [get]}'))],
      [],
      '→ http://127.0.0.1:8081/ ok',
    ],
    [
      'what is asked stands in a Secret',
      [proxy(KRP, FILE), HTTPS, volume('secret: {secretName: conf}'), add(...bound('{nonResourceURLs: [/x], verbs: [get]}'))],
      [],
      '→ http://127.0.0.1:8081/ ok',
    ],
    ['a proxy whose configuration nobody sees', [proxy('docker.io/library/nginx', '"-c", "/conf/nginx.conf"')], [], '→ ? unknown'],
  ])('%s', (_, changes, expected, hop) => {
    const { findings, chains } = analyzeText(edit(SHOP, ...changes));
    expect(findings.map((f) => f.code).filter((code) => WATCHED.has(code))).toEqual(expected);
    expect(chains.flatMap((c) => c.links.filter((l) => l.kind === 'upstream').map((l) => `${l.label} ${l.state}`))).toEqual([hop]);
    expect(chains.map((c) => c.status)).toEqual(['ok']);
  });
});

describe('a password that a web configuration asks for', () => {
  const users = add(config('basic_auth_users: {scraper: hash}'));
  const [from, to] = proxy('example.org/node-exporter', '"--web.listen-address=:8080", "--web.config.file=/conf/c.yaml"');
  const asks: Change[] = [[from, to], volume('configMap: {name: conf}'), users];
  it.each<[string, Change[], string[]]>([
    ['is missing', asks, ['auth-missing']],
    ['is no token', [...asks, endpoint(`bearerTokenFile: ${TOKEN}`)], ['auth-missing']],
    ['is sent', [...asks, endpoint('basicAuth: {username: {name: s, key: u}, password: {name: s, key: p}}')], []],
    ['is not asked for', [[from, to], volume('configMap: {name: conf}'), add(config('tls_server_config: {}'))], []],
  ])('%s', (_, changes, expected) => {
    const { findings } = analyzeText(edit(SHOP, ...changes));
    expect(findings.map((f) => f.code).filter((code) => WATCHED.has(code))).toEqual(expected);
  });
});
