import { expect, it } from 'vitest';
import { ARGS, type Change, ENDPOINT, found, MONITOR, PROMETHEUS } from './found.ts';

const own = (...lines: string[]): Change => [ENDPOINT, [ENDPOINT, ...lines].join('\n    ')];
const TOKEN = 'bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token';
const CLASS: Change = [PROMETHEUS, `${PROMETHEUS}\n  scrapeClasses: [{name: a, default: true, authorization: {credentialsFile: /token}}]`];
const toHttps = 'relabelings: [{targetLabel: __scheme__, replacement: https}]';

it.each<[what: string, changes: Change[], said: string[]]>([
  ['nothing', [], []],
  ['a token over http', [own(TOKEN)], ['warning cart#0 bearerTokenFile']],
  ['a token over https', [own('scheme: https', TOKEN)], []],
  ['a token over what a rule makes https', [own(TOKEN, toHttps)], []],
  ['a password over http', [own('basicAuth: {username: {name: a, key: b}}')], ['warning cart#0 basicAuth']],
  ['the token of a scrape class', [CLASS], ['warning cart#0 scrapeClass']],
  [
    'a token that a provider hands out',
    [own('oauth2: {clientId: {secret: {name: a, key: b}}, clientSecret: {name: a, key: c}, tokenUrl: http://x}')],
    [],
  ],
])('sends %s', (_what, changes, said) => {
  expect(found('token-in-clear', changes, '', ['field'])).toEqual(said);
});

const PROXY: Change[] = [
  ['image: example.org/node-exporter:v1', 'image: quay.io/brancz/kube-rbac-proxy:v0.18.0'],
  [ARGS, 'args: ["--secure-listen-address=:8080", "--upstream=http://127.0.0.1:8081/"]'],
];
it.each<[what: string, changes: Change[], said: string[]]>([
  ['no token', [own('scheme: https')], ['error cart#0']],
  ['a token', [own('scheme: https', TOKEN)], []],
  ['a certificate', [own('scheme: https', 'tlsConfig: {certFile: /c, keyFile: /k}')], []],
  ['the token of a scrape class', [own('scheme: https'), CLASS], []],
])('a proxy that asks is sent %s', (_what, changes, said) => {
  expect(found('auth-missing', [...PROXY, ...changes])).toEqual(said);
});

const role = (resources: string) => `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: scraper}
rules: [{apiGroups: [""], resources: [${resources}], verbs: [get, list, watch]}]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: {name: scraper}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: scraper}
subjects: [{kind: ServiceAccount, name: scraper, namespace: mon}]
`;
const NODES: Change = [MONITOR, `${MONITOR}  attachMetadata: {node: true}\n`];
it.each<[what: string, changes: Change[], more: string, said: string[]]>([
  ['what discovery needs', [], role('services, endpoints, pods'), []],
  ['no nodes, whose labels are wanted', [NODES], role('services, endpoints, pods'), ['error cart#0 nodes']],
  ['nodes as well', [NODES], role('services, endpoints, pods, nodes'), []],
])('an account that may list %s', (_what, changes, more, said) => {
  expect(found('rbac-missing', changes, more, ['resources'])).toEqual(said);
});
