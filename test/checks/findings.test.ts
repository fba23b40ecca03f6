import { expect, test } from 'vitest';
import { REASONS, WARNINGS } from '../../src/engine/chain/index.ts';
import { REMARKS } from '../../src/engine/checks/index.ts';
import { CHECKS } from '../../src/engine/checks/rules/index.ts';
import { findingAdvice, findingText } from '../../src/words/findings.ts';
import { english } from '../../src/words/index.ts';
import { analyzeText, edit, SHOP } from '../fixtures/shop.ts';

test('every permanent code has exactly one check', () => {
  const codes = CHECKS.map((c) => c.code).sort();
  expect(codes).toEqual([...REASONS, ...WARNINGS, ...REMARKS].sort());
});

const says = (text: string, code: string): string[] =>
  analyzeText(text)
    .findings.filter((f) => f.code === code)
    .map((f) => findingText(english, f.code, f.params));

test.each([
  ['port-not-found', [['- port: http-metrics', '- port: metric']], 'Service cart has port “http-metrics”, and “metric” is asked for.'],
  [
    'service-not-found',
    [['selector: {matchLabels: {app: cart, tier: web}}\n  endpoints', 'selector: {matchLabels: {app: cart, tier: api}}\n  endpoints']],
    'The selector of cart matches 0 of 1 Services; Service/shop/cart differs only in tier: tier=api is asked for, and it has tier=web.',
  ],
  [
    'monitor-not-selected',
    [['serviceMonitorSelector: {}', 'serviceMonitorSelector: {matchLabels: {release: x}}']],
    'No Prometheus takes up cart: main asks for label release = x, the monitor has “”.',
  ],
  [
    'scheme-mismatch',
    [['- port: http-metrics', '- port: http-metrics\n    scheme: https']],
    'The endpoint asks for https, and cart :8080 speaks http.',
  ],
  [
    'token-in-clear',
    [['- port: http-metrics', '- port: http-metrics\n    bearerTokenFile: /token']],
    'The endpoint sends its token (bearerTokenFile) over plain http, readable by everyone on the way.',
  ],
] as [string, [string, string][], string][])('%s names both values', (code, changes, sentence) => {
  expect(says(edit(SHOP, ...changes), code)).toEqual([sentence]);
});

test('a reason is an error where something is broken and a remark where the other end is absent', () => {
  const absent = analyzeText(
    edit(SHOP, [
      '{name: cart, namespace: shop}\nspec:\n  selector: {matchLabels: {app: cart, tier: web}}\n  endpoints',
      '{name: zebra, namespace: shop}\nspec:\n  selector: {matchLabels: {app: zebra}}\n  endpoints',
    ]),
  );
  expect(absent.findings.find((f) => f.code === 'service-not-found')?.severity).toBe('info');
  const near = analyzeText(edit(SHOP, ['- port: http-metrics', '- port: metric']));
  expect(near.findings.find((f) => f.code === 'port-not-found')?.severity).toBe('error');
});

test('every reason comes with advice', () => {
  for (const code of REASONS) expect(findingAdvice(english, code, {}), code).not.toBe(null);
});

test('an exporter open beside its proxy is remarked, unless policies guard the pods', () => {
  const proxied = edit(
    SHOP,
    [
      '- {name: metrics, containerPort: 8080}',
      "- {name: metrics, containerPort: 8443}\n      - name: proxy\n        image: example.org/kube-rbac-proxy:v1\n        args: ['--secure-listen-address=:8443', '--upstream=http://127.0.0.1:8080/']",
    ],
    ['- port: http-metrics', '- port: http-metrics\n    scheme: https\n    bearerTokenFile: /token'],
  );
  expect(says(proxied, 'proxy-bypass')).toEqual(['cart :8080 is open beside proxy: its metrics can be read without a token.']);
  const policy =
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: guard, namespace: shop}\nspec: {podSelector: {}, ingress: [{ports: [{port: 8443}]}]}\n';
  expect(says(`${proxied}---\n${policy}`, 'proxy-bypass')).toEqual([]);
});

test.each([
  [
    'policyTypes: [Ingress]',
    'NetworkPolicy guard guards the pods and has no ingress rule, so nobody gets in, and Prometheus main neither.',
  ],
  ['ingress: [{ports: [{port: 9090}]}]', 'NetworkPolicy guard admits Prometheus main on port 9090, and the scrape goes to 8080.'],
  [
    'ingress: [{from: [{podSelector: {}}]}]',
    'NetworkPolicy guard admits pods of its own namespace shop only; Prometheus main runs in mon, and port 8080 stays shut.',
  ],
  [
    'ingress: [{from: [{namespaceSelector: {matchLabels: {team: dev}}}]}]',
    'NetworkPolicy guard asks for team=dev on port 8080; for Prometheus main, team is “watch”.',
  ],
])('a policy that denies says what its closest rule lacks: %s', (spec, sentence) => {
  const policy = `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: guard, namespace: shop}\nspec: {podSelector: {}, ${spec}}\n`;
  expect(says(`${SHOP}---\n${policy}`, 'netpol-denied')).toEqual([sentence]);
});

test('policies of the network plugin are named, and change no status', () => {
  const cilium = (name: string) =>
    `---\napiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: ${name}, namespace: shop}\nspec: {endpointSelector: {}}\n`;
  expect(says(SHOP + cilium('a'), 'policy-not-evaluated')).toEqual([
    'Not checked: CiliumNetworkPolicy shop/a may close or open this connection; such policies are not evaluated here.',
  ]);
  expect(says(SHOP + cilium('a') + cilium('b'), 'policy-not-evaluated')[0]).toContain('2 policies');
  expect(analyzeText(SHOP + cilium('a')).chains.map((c) => [c.status, ...c.warnings])).toEqual([['ok']]);
});
