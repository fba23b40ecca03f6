import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/engine/chain/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';
import { folder, linkchain, sample } from './world.ts';

const CHAIN = 'ServiceMonitor/shop/cart#0';
const targets = (stdin: string, ...args: string[]) => linkchain(['targets', ...args, '-'], { stdin });
const ofCart = (stdin: string, ...args: string[]) => targets(stdin, '--chain', CHAIN, ...args);

/** A second port of the Service, so that a rule has something to drop. */
const TWO_PORTS: [string, string] = [
  '- {name: http-metrics, port: 80, targetPort: metrics}',
  '- {name: http-metrics, port: 80, targetPort: metrics}\n  - {name: web, port: 81, targetPort: 8081}',
];
const two = edit(SHOP, TWO_PORTS);
const endpoint = (...lines: string[]): [string, string] => ['- port: http-metrics', ['- port: http-metrics', ...lines].join('\n    ')];

describe('linkchain targets', () => {
  it('prints what is kept with its labels, then what is dropped under the rule and the line it comes from', async () => {
    const { exit, out, err } = await ofCart(two);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const [head, , , ...rest] = out.split('\n');
    expect(head).toBe('1 of 2 discovered targets are kept.');
    const dropped = rest.findIndex((line) => line.startsWith('✗'));
    expect(rest[0]).toMatch(/^✓ http:\/\/[\d.]+:8080\/metrics$/);
    expect(rest.slice(1, dropped)).toContain('    job="cart"');
    expect(rest[dropped]).toMatch(/^✗ 1 dropped by rule \d+, the endpoint’s port$/);
    const line = two.split('\n').findIndex((l) => l.includes('- port: http-metrics')) + 1;
    expect(rest[dropped + 1]).toBe(
      `    action: keep, source_labels: [__meta_kubernetes_endpoint_port_name], regex: http-metrics  (<stdin>:${line})`,
    );
    expect(rest[dropped + 2]).toMatch(/^ {4}- [\d.]+:8081 {2}cart-/);
  });

  it('says the same in Chinese', async () => {
    const { out } = await ofCart(two, '--lang', 'zh-CN');
    expect(out).toContain('发现了 2 个目标，保留 1 个。');
    expect(out).toMatch(/第 \d+ 条规则（endpoint 的端口）丢弃了 1 个/);
  });

  it('counts all of what a rule drops, and names a few', async () => {
    const ports = Array.from({ length: 400 }, (_, i) => `  - {name: p${i}, port: ${1000 + i}, targetPort: ${1000 + i}}`);
    const { out } = await ofCart(edit(SHOP, [TWO_PORTS[0], [TWO_PORTS[0], ...ports].join('\n')]));
    expect(out).toContain('1 of 401 discovered targets are kept.');
    expect(out).toMatch(/✗ 400 dropped by rule/);
    expect(out.match(/^ {4}- /gm)).toHaveLength(5);
    expect(out).toContain('… and 395 more');
  });

  it('tells what no rule drops and Prometheus cannot scrape', async () => {
    const { out } = await ofCart(edit(SHOP, endpoint('relabelings: [{targetLabel: __address__, replacement: "a/b"}]')));
    expect(out).toContain('0 of 1 discovered targets are kept.');
    expect(out).toContain('✗ 1: the address is not host:port');
  });

  it('names the discovery whose targets are elsewhere', async () => {
    const dns = `${SHOP}---
apiVersion: monitoring.coreos.com/v1alpha1
kind: ScrapeConfig
metadata: {name: far, namespace: shop}
spec: {dnsSDConfigs: [{names: [example.org], port: 9100, type: A}]}
`;
    const { out } = await targets(dns, '--chain', 'ScrapeConfig/shop/far#0');
    expect(out).toContain('dns service discovery, outside the input');
  });

  it('prints all of it as JSON, with lines in place of positions', async () => {
    const { exit, out } = await ofCart(two, '--format', 'json');
    expect(exit).toBe(0);
    const view = JSON.parse(out);
    expect(view).toMatchObject({
      ...{ version: 1, chain: CHAIN, prometheus: 'Prometheus/mon/main', job: 'serviceMonitor/shop/cart/0' },
      counts: { discovered: 2, kept: 1, dropped: 1, duplicates: 0 },
      kept: [{ droppedBy: null, error: null, service: 'Service/shop/cart', workload: 'Deployment/shop/cart' }],
    });
    expect(view.kept[0].labels).toContainEqual(['job', 'cart']);
    const [{ url, droppedBy }] = view.dropped;
    const rule = view.rules[droppedBy];
    expect({ url, origin: rule.origin, drops: rule.drops }).toEqual({ url: null, origin: 'port', drops: 1 });
    expect(rule.at).toEqual({ file: '<stdin>', line: expect.any(Number), column: expect.any(Number) });
    for (const { at } of view.rules) if (at !== null) expect(Object.keys(at)).toEqual(['file', 'line', 'column']);
  });

  it('judges the chain that is asked for, not those beside it', async () => {
    const beside = `${SHOP}---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: {name: cart2, namespace: shop}
spec: {selector: {matchLabels: {app: cart, tier: web}}, endpoints: [{port: http-metric}]}
`;
    const exits = [CHAIN, 'ServiceMonitor/shop/cart2#0'].map(async (id) => (await targets(beside, '--chain', id)).exit);
    expect(await Promise.all(exits)).toEqual([0, 1]);
  });

  it.each([
    ['text', ''],
    ['json', 'null\n'],
  ])('has none where the chain makes no job (%s)', async (format, printed) => {
    const none = edit(SHOP, ['endpoints:\n  - port: http-metrics', 'endpoints: []']);
    const outcome = await targets(none, '--chain', 'ServiceMonitor/shop/cart#-', '--format', format);
    expect(outcome).toEqual({ exit: 1, out: printed, err: 'This chain makes no scrape job, so there are no targets.\n' });
  });

  it('colours only where somebody looks', async () => {
    const dir = sample('base', 'shipped', 'proxy-rights');
    const args = ['targets', '--chain', 'ServiceMonitor/monitoring/node-exporter#0', dir];
    expect((await linkchain(args)).out).not.toContain('\u001b[');
    expect((await linkchain(args, { colour: true })).out).toContain('\u001b[');
  });
});

describe('linkchain targets: exit status 2', () => {
  it('without --chain, naming the chains there are', async () => {
    const { exit, out, err } = await targets(SHOP);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toBe(`linkchain: --chain is needed. These are chains of the input:\n  ${CHAIN}\n`);
  });

  it('for a chain that is not there, the most like it first', async () => {
    const many = Array.from(
      { length: 12 },
      (_, i) => `---
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: {name: other-${i}, namespace: shop}
spec: {selector: {matchLabels: {app: x}}, podMetricsEndpoints: [{port: a}]}
`,
    );
    const { exit, err } = await targets(SHOP + many.join(''), '--chain', 'ServiceMonitor/shop/card#0');
    const [said, first, ...rest] = err.trimEnd().split('\n');
    expect(exit).toBe(2);
    expect(said).toBe('linkchain: There is no chain “ServiceMonitor/shop/card#0”. Those most like it:');
    expect(first).toBe(`  ${CHAIN}`);
    expect(rest.at(-1)).toBe('  … and 5 more');
  });

  it('where there are no chains or no manifests', async () => {
    const namespace = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: a}\n';
    expect(await targets(namespace, '--chain', CHAIN)).toMatchObject({ exit: 2, err: expect.stringContaining('there are no chains') });
    const { exit, err } = await linkchain(['targets', '--chain', CHAIN, folder({ 'notes.txt': 'buy milk\n' })]);
    expect(exit).toBe(2);
    expect(err).toMatch(/^No Kubernetes manifest could be read from .*\n$/);
  });
});

describe('nearest', () => {
  const IDS = ['Probe/a/site#0', 'ServiceMonitor/a/node-exporter#0', 'ServiceMonitor/b/api#0'];
  it.each([
    ['node-exporter', 'ServiceMonitor/a/node-exporter#0'],
    ['servicemonitor/b/apis#0', 'ServiceMonitor/b/api#0'],
    ['Probe/a/sites#0', 'Probe/a/site#0'],
    ['', 'Probe/a/site#0'],
  ])('%j is most like %s', (wanted, first) => {
    expect(nearest(wanted, IDS, 1)).toEqual([first]);
  });

  it('gives as many as asked for, also of very long names', () => {
    expect(nearest('x'.repeat(100_000), [...IDS, 'y'.repeat(100_000)], 2)).toHaveLength(2);
    expect(nearest('x', IDS, 9)).toHaveLength(3);
  });
});

it.each([
  [['targets', '--help'], 'linkchain targets --chain ServiceMonitor/'],
  [['targets', '--help', '--lang', 'zh-CN'], '示例：'],
  [['scrape-config', '--help'], 'linkchain scrape-config manifests/'],
  [['scrape-config', '--help', '--lang', 'zh-CN'], '示例：'],
  [['--help'], 'scrape-config'],
])('%j is answered on standard output', async (args, text) => {
  const { exit, out, err } = await linkchain(args);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toContain(text);
});
