import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { edit, SHOP } from '../fixtures/shop.ts';
import { folder, linkchain, sample } from './world.ts';

const config = (stdin: string, ...args: string[]) => linkchain(['scrape-config', ...args, '-'], { stdin });
const jobs = (yaml: string) => [...yaml.matchAll(/^- job_name: (.*)$/gm)].map(([, name]) => name);

const SECOND = `---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusAgent
metadata: {name: other, namespace: mon}
spec: {podMonitorSelector: {}}
`;
const DENIES: [string, string] = [
  'podMonitorNamespaceSelector: {}',
  'podMonitorNamespaceSelector: {}\n  arbitraryFSAccessThroughSMs: {deny: true}',
];
const READS_A_FILE: [string, string] = ['- port: http-metrics', '- port: http-metrics\n    bearerTokenFile: /token'];

describe('linkchain scrape-config', () => {
  it('writes the jobs of a Prometheus under its name', async () => {
    const { exit, out, err } = await config(SHOP);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out.split('\n').slice(0, 2)).toEqual(['# Prometheus/mon/main', 'scrape_configs:']);
    expect(jobs(out)).toEqual(['serviceMonitor/shop/cart/0']);
  });

  it('writes a document for each', async () => {
    const { out } = await config(SHOP + SECOND);
    const [main = '', other = '', ...more] = out.split('---\n');
    expect(more).toEqual([]);
    expect([main.split('\n')[0], jobs(main)]).toEqual(['# Prometheus/mon/main', ['serviceMonitor/shop/cart/0']]);
    expect([other.split('\n')[0], jobs(other)]).toEqual(['# PrometheusAgent/mon/other', []]);
  });

  it('follows the operator it is told to', async () => {
    const endpoints = (version: string) => config(SHOP, '--operator-version', version);
    const [old, recent] = [await endpoints('v0.80'), await endpoints('v0.93')];
    expect(old.out).not.toContain('__tmp_current_shard');
    expect(recent.out).toContain('__tmp_current_shard');
  });

  it.each([
    ['en', 'Prometheus/mon/main leaves out ServiceMonitor/shop/cart: the operator refuses spec.endpoints[0].bearerTokenFile. '],
    ['zh-CN', 'Prometheus/mon/main 不包含 ServiceMonitor/shop/cart：operator 拒绝了 spec.endpoints[0].bearerTokenFile。'],
  ])('names what the operator refuses, with the reason and its line (%s)', async (lang, said) => {
    const { exit, out, err } = await config(edit(SHOP, DENIES, READS_A_FILE), '--lang', lang);
    expect([exit, jobs(out)]).toEqual([1, []]);
    expect(err).toContain(said);
    expect(err).toContain('arbitraryFSAccessThroughSMs');
    expect(err).toMatch(/\(<stdin>:\d+\)\n$/);
  });

  it('names a Prometheus that gets no configuration at all', async () => {
    const { exit, err } = await config(edit(SHOP, ['serviceAccountName: scraper', 'serviceAccountName: scraper\n  version: latest']));
    expect(exit).toBe(1);
    expect(err).toMatch(
      /^Prometheus\/mon\/main gets no configuration as it stands: the operator refuses spec\.version\. .*\(<stdin>:10\)\n$/,
    );
  });

  it('says so where no Prometheus is in the input, unless told to be quiet', async () => {
    const monitor = join(sample('shipped'), 'node-exporter', 'serviceMonitor.yaml');
    expect(await linkchain(['scrape-config', monitor])).toEqual({
      exit: 0,
      out: '',
      err: 'No Prometheus or PrometheusAgent in the input, so no configuration would be written.\n',
    });
    expect(await linkchain(['scrape-config', '--quiet', monitor])).toEqual({ exit: 0, out: '', err: '' });
  });

  it('exits with 1 where a chain is broken, and writes the configuration all the same', async () => {
    const { exit, out } = await config(edit(SHOP, ['- port: http-metrics', '- port: http-metric']));
    expect([exit, jobs(out)]).toEqual([1, ['serviceMonitor/shop/cart/0']]);
  });

  it('takes no --chain and writes YAML only', async () => {
    for (const [args, message] of [
      [['--chain', 'ServiceMonitor/shop/cart#0'], 'takes no --chain'],
      [['--format', 'json'], 'it can be yaml'],
    ] as const) {
      const { exit, out, err } = await config(SHOP, ...args);
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
      expect(err).toContain(message);
    }
  });

  it('exits with 2 where nothing is a manifest', async () => {
    const { exit, out, err } = await linkchain(['scrape-config', folder({ 'notes.txt': 'buy milk\n' })]);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(/^No Kubernetes manifest could be read from .*\n$/);
  });
});
