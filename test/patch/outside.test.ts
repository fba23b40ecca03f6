import { describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/engine/ingest/index.ts';
import { type Goal, previewGoals, waysTo } from '../../src/engine/patch/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';
import { goalOf, run, withPrometheus } from './cases.ts';

const CART = 'ServiceMonitor/shop/cart#0';
const NODE = 'ServiceMonitor/watch/node-exporter#0';
const shop = (...changes: [string, string][]): SourceFile[] => [{ path: 'all.yaml', text: edit(SHOP, ...changes) }];
const outside = (chain: string, strategy?: string): Goal => ({ ...goalOf(chain, 'outside'), ...(strategy ? { strategy } : {}) });

const POLICY: [string, string] = [
  '- port: http-metrics\n',
  `- port: http-metrics
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: guard, namespace: shop}
spec: {podSelector: {}, policyTypes: [Ingress], ingress: [{from: [{namespaceSelector: {matchLabels: {team: watch}}}]}]}
`,
];
const GATEWAY: [string, string] = [
  '- port: http-metrics\n',
  `- port: http-metrics
---
apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata: {name: door, namespace: shop}
spec: {gatewayClassName: x, listeners: [{name: http, port: 80, protocol: HTTP}]}
`,
];

describe('readable from outside', () => {
  it.each<[what: string, files: SourceFile[], chain: string, ways: string[]]>([
    ['a proxy on the node', withPrometheus('node-exporter/split-port'), NODE, ['token-reader', 'plain-port']],
    ['a proxy on the node, one port', withPrometheus('node-exporter/shared-port'), NODE, ['token-reader', 'plain-port']],
    ['a plain port in a pod', shop(), CART, ['ingress', 'node-port', 'host-port']],
    ['behind a policy', shop(POLICY), CART, ['ingress', 'node-port', 'host-port']],
    ['with a gateway', shop(GATEWAY), CART, ['gateway-route', 'ingress', 'node-port', 'host-port']],
    ['of a DaemonSet', shop(['kind: Deployment', 'kind: DaemonSet']), CART, ['host-port']],
    ['on loopback', shop([':8080"', '127.0.0.1:8080"']), CART, []],
  ])('%s', (_what, files, chain, ways) => {
    const found = waysTo(files, outside(chain), run);
    expect(found.map((w) => w.strategy)).toEqual(ways);
    expect(found.map((w) => w.refusal)).toEqual(ways.map(() => null));
    for (const strategy of ways) {
      const preview = previewGoals(files, [outside(chain, strategy)], run);
      expect([preview.refusals, preview.strategies]).toEqual([[null], [strategy]]);
      // What was there stays as secure as it was: the scheme, the token, the proxy.
      const before = run(files).chains.find((c) => c.id === chain);
      const [after] = preview.after;
      expect([after?.status, after?.scheme, after?.sendsToken]).toEqual([before?.status, before?.scheme, before?.sendsToken]);
      expect(preview.newFindings.filter((f) => f.severity === 'error')).toEqual([]);
    }
  });

  it.each<[strategy: string, files: SourceFile[], chain: string, writes: string[]]>([
    ['token-reader', withPrometheus('node-exporter/split-port'), NODE, ['name: node-exporter-metrics-reader', '- /metrics', '- get']],
    ['node-port', shop(POLICY), CART, ['type: NodePort', 'targetPort: 8080', 'kind: NetworkPolicy', 'name: cart-external']],
    ['ingress', shop(POLICY), CART, ['kind: Ingress', '- host: cart.example.com', 'pathType: Exact', 'kind: NetworkPolicy']],
    ['gateway-route', shop(GATEWAY), CART, ['kind: HTTPRoute', '- name: door', 'port: 80']],
    ['host-port', shop(), CART, ['- {name: metrics, containerPort: 8080, hostPort: 8080}']],
    ['plain-port', withPrometheus('node-exporter/shared-port'), NODE, ['hostPort: 9101', '- --upstream=http://127.0.0.1:9101/']],
  ])('%s', (strategy, files, chain, writes) => {
    const { changes } = previewGoals(files, [outside(chain, strategy)], run);
    const added = changes.flatMap((c) => c.hunks.flatMap((h) => h.lines.filter((l) => l.kind === 'added').map((l) => l.text.trim())));
    for (const line of writes) expect(added).toContain(line);
  });

  it('is met where a port of the node is open to all', () => {
    const open = shop(['containerPort: 8080}', 'containerPort: 8080, hostPort: 8080}']);
    expect(previewGoals(open, [outside(CART)], run).strategies).toEqual(['met']);
  });

  it('names a way in, and the command that reads', () => {
    const { consequences } = previewGoals(withPrometheus('node-exporter/split-port'), [outside(NODE)], run);
    const command = consequences.find((c) => c.code === 'read-with-token')?.params['command'];
    expect(command).toBe(
      `curl -k -H "Authorization: Bearer $(kubectl -n watch create token node-exporter-metrics-reader)" 'https://<node-address>:9100/metrics'`,
    );
  });

  it('is refused where nobody is known to answer', () => {
    const { refusals } = previewGoals(
      shop(['example.org/node-exporter:v1', 'example.org/thing:v1'], ['args: ["--web.listen-address=:8080"]', 'args: []']),
      [outside(CART)],
      run,
    );
    expect(refusals.map((r) => r?.code)).toEqual(['no-way-outside']);
  });
});

describe('tidy-names', () => {
  it('names ports after what they speak, everywhere they are named', () => {
    const files = withPrometheus('node-exporter/split-port');
    const goals: Goal[] = [goalOf(NODE, 'http'), goalOf(NODE, 'tidy-names')];
    const { refusals, after, changes } = previewGoals(files, goals, run);
    expect(refusals).toEqual([null, null]);
    expect(after.map((c) => [c.status, c.port, c.targets[0]?.portName])).toEqual([['ok', 'http', 'http']]);
    expect(changes.some((c) => c.after?.includes('port: https'))).toBe(false);
  });

  it('has nothing to do where names say nothing, and waits where the ends do not agree', () => {
    expect(previewGoals(shop(), [goalOf(CART, 'tidy-names')], run).strategies).toEqual(['met']);
    const apart = shop(['- port: http-metrics', '- port: http-metrics\n    scheme: https']);
    expect(previewGoals(apart, [goalOf(CART, 'tidy-names')], run).refusals.map((r) => r?.code)).toEqual(['tidy-needs-agreement']);
  });
});
