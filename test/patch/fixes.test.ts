import { diffLines } from 'diff';
import { describe, expect, it } from 'vitest';
import type { FindingCode } from '../../src/engine/checks/index.ts';
import { FIXABLE, type Goal, previewGoals } from '../../src/engine/patch/index.ts';
import { FIRES } from '../contract/fires.ts';
import { edit, SHOP } from '../fixtures/shop.ts';
import { run } from './cases.ts';

const CART = 'ServiceMonitor/shop/cart#0';
const SELECTOR = 'selector: {matchLabels: {app: cart, tier: web}}\n  endpoints';

/** The shop with one thing wrong, what mending it writes, line by line, and what it is left as. */
type Case = [code: FindingCode, changes: [string, string][], writes: string[] | string];
const CASES: Case[] = [
  ['port-not-found', FIRES['port-not-found'], ['- port: http-metrics']],
  ['port-not-found', [['- port: http-metrics', '- port: zebra']], 'fix-undecided'],
  ['target-port-not-found', FIRES['target-port-not-found'], ['- {name: http-metrics, port: 80, targetPort: metrics}']],
  ['target-port-not-found', [['targetPort: metrics', 'targetPort: "8080"']], ['- {name: http-metrics, port: 80, targetPort: "metrics"}']],
  ['container-port-undeclared', [['- port: http-metrics', '- targetPort: metric']], ['- targetPort: metrics']],
  ['container-port-undeclared', FIRES['container-port-undeclared'], 'fix-undecided'],
  [
    'service-not-found',
    [[SELECTOR, 'selector: {matchLabels: {app: cart, tier: wub}}\n  endpoints']],
    ['selector: {matchLabels: {app: cart, tier: web}}'],
  ],
  [
    'service-not-found',
    [['labels: {app: cart, tier: web}}\nspec:\n  selector', 'labels: {app: cart}}\nspec:\n  selector']],
    ['metadata: {name: cart, namespace: shop, labels: {app: cart, tier: web}}'],
  ],
  [
    'service-not-found',
    [['kind: ServiceMonitor\nmetadata: {name: cart, namespace: shop}', 'kind: ServiceMonitor\nmetadata: {name: cart, namespace: mon}']],
    ['namespaceSelector:', 'matchNames:', '- shop'],
  ],
  ['service-not-found', FIRES['service-not-found'], 'fix-undecided'],
  [
    'no-workload',
    [['spec:\n  selector: {app: cart, tier: web}\n', 'spec:\n  selector: {app: cart, tier: back}\n']],
    ['selector: {app: cart, tier: web}'],
  ],
  ['no-workload', FIRES['no-workload'], 'fix-undecided'],
  ['monitor-not-selected', FIRES['monitor-not-selected'], ['metadata: {labels: {release: x}, name: cart, namespace: shop}']],
  ['monitor-not-selected', [['serviceMonitorSelector: {}', 'serviceMonitorSelector: {matchLabels: {release: x, app: y}}']], 'not-proved'],
  ['prometheus-paused', FIRES['prometheus-paused'], ['paused: false']],
  ['scheme-mismatch', FIRES['scheme-mismatch'], ['scheme: http']],
  ['bind-conflict', FIRES['bind-conflict'], 'fix-undecided'],
  [
    'bind-conflict',
    [...FIRES['proxy-bypass'], [':8081"]', ':8080"]']],
    [
      'args: ["--web.listen-address=127.0.0.1:8081"]',
      '- bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token',
      'port: http-metrics',
      'tlsConfig:',
      'insecureSkipVerify: true',
    ],
  ],
  ['loopback-only', FIRES['loopback-only'], ['args: ["--web.listen-address=:8080"]']],
  ['upstream-not-found', FIRES['upstream-not-found'], ['args: ["--secure-listen-address=:8080", "--upstream=http://127.0.0.1:8081/"]']],
  ['proxy-bypass', FIRES['proxy-bypass'], ['args: ["--web.listen-address=127.0.0.1:8081"]']],
  [
    'netpol-denied',
    FIRES['netpol-denied'],
    [
      'spec: {ingress: [{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: mon}}, podSelector: {matchLabels: {app.kubernetes.io/instance: main, app.kubernetes.io/name: prometheus}}}], ports: [{port: 8080, protocol: TCP}]}], podSelector: {}, policyTypes: [Ingress]}',
    ],
  ],
  ['auth-missing', FIRES['auth-missing'], ['- bearerTokenFile: /var/run/secrets/kubernetes.io/serviceaccount/token', 'port: http-metrics']],
  ['token-in-clear', FIRES['token-in-clear'], []],
  ['tls-unverifiable', FIRES['tls-unverifiable'], ['tlsConfig:', 'insecureSkipVerify: true']],
  ['path-not-served', FIRES['path-not-served'], ['path: /stats']],
  ['job-label-missing', FIRES['job-label-missing'], []],
  ['probe-mismatch', FIRES['probe-mismatch'], ['livenessProbe: {httpGet: {port: metrics, scheme: HTTP}}']],
  ['no-replicas', FIRES['no-replicas'], ['replicas: 1']],
  ['rbac-missing', FIRES['rbac-missing'], ['kind: Role', 'kind: RoleBinding', 'name: prometheus-main-discovery', 'namespace: shop']],
  [
    'scrape-rbac-missing',
    FIRES['scrape-rbac-missing'],
    ['rules: [{apiGroups: [""], resources: [secrets], verbs: [get]}, {nonResourceURLs: [/metrics], verbs: [get]}]'],
  ],
  ['proxy-rbac-missing', FIRES['proxy-rbac-missing'], ['- tokenreviews', '- subjectaccessreviews']],
];

describe('fix:CODE', () => {
  it.each(CASES)('%s', (code, changes, wanted) => {
    const files = [{ path: 'all.yaml', text: edit(SHOP, ...changes) }];
    const before = run(files);
    const chain = before.findings.find((f) => f.code === code)?.chain ?? CART;
    expect(before.findings.some((f) => f.code === code)).toBe(true);
    const goal: Goal = { chain, goal: `fix:${code}`, names: 'keep', removeUnusedRbac: false };
    const { refusals, changes: made } = previewGoals(files, [goal], run);
    if (typeof wanted === 'string') {
      expect(refusals.map((r) => r?.code)).toEqual([wanted]);
      return;
    }
    expect(refusals).toEqual([null]);
    const after = run([{ path: 'all.yaml', text: made[0]?.after ?? '' }]);
    expect(after.findings.filter((f) => f.code === code && f.chain === chain)).toEqual([]);
    const written = diffLines(files[0]?.text ?? '', made[0]?.after ?? '').flatMap((p) => (p.added ? p.value.trimEnd().split('\n') : []));
    const lines = written.map((line) => line.trim());
    for (const line of wanted) expect(lines).toContain(line);
    if (!code.includes('rbac')) expect(lines).toHaveLength(wanted.length);
    expect(previewGoals(run([{ path: 'all.yaml', text: made[0]?.after ?? '' }]).files, [goal], run).changes).toEqual([]);
  });

  it('has a case for every code that can be mended', () => {
    expect([...FIXABLE].filter((code) => !CASES.some(([c]) => c === code))).toEqual([]);
  });

  it('says so where there is nothing to mend', () => {
    const goal: Goal = { chain: CART, goal: 'fix:duplicate-scrape', names: 'keep', removeUnusedRbac: false };
    expect(previewGoals([{ path: 'all.yaml', text: SHOP }], [goal], run)).toMatchObject({
      refusals: [null],
      changes: [],
      strategies: ['met'],
    });
    const twice = edit(SHOP, ...FIRES['duplicate-scrape']);
    const chain = run([{ path: 'all.yaml', text: twice }]).findings.find((f) => f.code === 'duplicate-scrape')?.chain ?? '';
    expect(previewGoals([{ path: 'all.yaml', text: twice }], [{ ...goal, chain }], run).refusals.map((r) => r?.code)).toEqual(['no-fix']);
  });
});
