import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { zipFiles } from '../../src/engine/export/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';
import { withPrometheus } from '../patch/cases.ts';
import { folder, linkchain } from './world.ts';

const NODE = 'ServiceMonitor/watch/node-exporter#0';
const CART = 'ServiceMonitor/shop/cart#0';
const node = () => folder(Object.fromEntries(withPrometheus('node-exporter/shared-port').map((f) => [f.path, f.text])));
const patch = (dir: string, ...args: string[]) => linkchain(['patch', '--chain', NODE, ...args, dir]);
const read = (dir: string, file: string): string => readFileSync(join(dir, file), 'utf8');

describe('linkchain patch', () => {
  it('prints a diff that git applies, and says on standard error what it does', async () => {
    const dir = node();
    const { exit, out, err } = await patch(dir, '--goal', 'http');
    expect(exit).toBe(0);
    execFileSync('git', ['apply', '-'], { cwd: dir, input: out });
    expect(read(dir, 'daemonset.yaml')).not.toContain('kube-rbac-proxy');
    expect(err).toContain(`${NODE} → scraped over http end to end: Remove the proxy`);
    expect(err).toContain('warning: Whoever reaches a node on port 9100 can read the metrics');
    expect(err).toContain(`${NODE} is then ok.`);
    expect((await patch(dir, '--goal', 'http')).out).toBe('');
  });

  it('--out writes the whole input set, changed and unchanged alike', async () => {
    const dir = node();
    const out = folder({});
    const done = await patch(dir, '--goal', 'http', '--out', out, '--format', 'files');
    expect([done.exit, done.out]).toEqual([0, '']);
    for (const { path, text } of withPrometheus('node-exporter/shared-port')) {
      expect(existsSync(join(out, path))).toBe(true);
      if (!['daemonset.yaml', 'monitor.yaml'].includes(path)) expect(read(out, path)).toBe(text);
    }
    expect(read(out, 'monitor.yaml')).toContain('scheme: http ');
    expect(read(dir, 'monitor.yaml')).toContain('scheme: HTTPS');
  });

  it('--write changes the files in place, and puts new ones beside them', async () => {
    const dir = node();
    const { exit, err } = await patch(dir, '--goal', 'outside', '--write');
    expect(exit).toBe(0);
    expect(err).toContain('3 files changed.');
    expect(read(dir, 'clusterRole.yaml')).toContain('node-exporter-metrics-reader');
  });

  it('--write refuses what does not lie on the disk', async () => {
    const bytes = zipFiles(withPrometheus('node-exporter/shared-port'));
    const dir = folder({});
    writeFileSync(join(dir, 'set.zip'), bytes);
    const { exit, err } = await linkchain(['patch', '--chain', NODE, '--goal', 'http', '--write', join(dir, 'set.zip')]);
    expect(exit).toBe(2);
    expect(err).toContain('comes from an archive or from standard input and cannot be changed in place');
  });

  it('several goals are reached one after the other', async () => {
    const { exit, out, err } = await patch(node(), '--goal', 'http', '--goal', 'tidy-names');
    expect(exit).toBe(0);
    expect(err).toContain('ports are called what they speak');
    expect(out).toContain('+    port: http');
  });

  it.each([
    ['json6902', 'patches/daemonset-watch-node-exporter.json', '"op": "test"'],
    ['kustomize', 'kustomization.yaml', 'kind: DaemonSet'],
    [
      'kubectl',
      'linkchain.sh',
      'kubectl patch servicemonitor.v1.monitoring.coreos.com -n watch node-exporter --dry-run="$dry" --type=json',
    ],
    ['rollback', 'rollback.diff', '+      # ends TLS'],
    ['markdown', 'pull-request.md', '## Rollback'],
  ])('--format %s', async (format, file, text) => {
    const out = folder({});
    expect((await patch(node(), '--goal', 'http', '--format', format, '--out', out)).exit).toBe(0);
    expect(read(out, file)).toContain(text);
    expect((await patch(node(), '--goal', 'http', '--format', format)).out).toContain(text);
  });

  it('takes the way that is named', async () => {
    const { out } = await patch(node(), '--goal', 'outside', '--strategy', 'plain-port');
    expect(out).toContain('hostPort: 9101');
    const other = await patch(node(), '--goal', 'http', '--strategy', 'add-proxy');
    expect([other.exit, other.out]).toEqual([1, '']);
    expect(other.err).toContain('The way add-proxy does not fit');
  });

  it('of several goals a way is taken to those that it leads to', async () => {
    const { exit, err } = await patch(node(), '--goal', 'http', '--goal', 'tidy-names', '--strategy', 'remove-proxy');
    expect(exit).toBe(0);
    expect(err).toContain('Remove the proxy');
    expect((await patch(node(), '--goal', 'http', '--strategy', 'magic')).exit).toBe(1);
  });

  it('mends a finding', async () => {
    const dir = folder({ 'all.yaml': edit(SHOP, ['- port: http-metrics', '- port: metric']) });
    const { exit, out } = await linkchain(['patch', '--chain', CART, '--goal', 'fix:port-not-found', dir]);
    expect(exit).toBe(0);
    expect(out).toContain('+  - port: http-metrics');
  });

  it('says why a goal is refused, even when quiet', async () => {
    const dir = folder({
      'all.yaml': edit(
        SHOP,
        ['example.org/node-exporter:v1', 'example.org/thing:v1'],
        ['args: ["--web.listen-address=:8080"]', 'args: []'],
      ),
    });
    const { exit, out, err } = await linkchain(['patch', '--chain', CART, '--goal', 'https', '--quiet', dir]);
    expect([exit, out]).toEqual([1, '']);
    expect(err).toMatch(/^Not offered: Nothing says /);
  });

  it.each<[args: string[], said: string]>([
    [[], '--goal is needed'],
    [['--goal', 'faster'], '--goal is “faster”'],
    [['--goal', 'http', '--names', 'nice'], '--names is “nice”'],
    [['--goal', 'http', '--secret', 'A b'], '--secret is “A b”'],
    [['--goal', 'http', '--write', '--out', 'x'], 'give one of them'],
    [['--goal', 'http', '--write', '--format', 'kubectl'], '--write goes with'],
    [['--goal', 'http', '--format', 'pdf'], '--format is “pdf”'],
  ])('%j cannot be meant', async (args, said) => {
    const { exit, err } = await patch(node(), ...args);
    expect(exit).toBe(2);
    expect(err).toContain(said);
  });

  it('an option of its own is no option of others', async () => {
    const { exit, err } = await linkchain(['report', '--goal', 'http', node()]);
    expect(exit).toBe(2);
    expect(err).toContain('report takes no --goal.');
  });

  it('names the chains there are', async () => {
    const { exit, err } = await linkchain(['patch', '--chain', 'x', '--goal', 'http', node()]);
    expect(exit).toBe(2);
    expect(err).toContain(NODE);
  });

  it('speaks Chinese', async () => {
    const { err } = await patch(node(), '--goal', 'http', '--lang', 'zh-CN');
    expect(err).toContain('全程以 http 抓取');
  });
});
