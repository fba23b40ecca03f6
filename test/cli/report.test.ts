import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { folder, linkchain, sample } from './world.ts';

const CHAIN = 'ServiceMonitor/monitoring/node-exporter#0';
const shipped = () => sample('base', 'shipped', 'proxy-rights');
const obviousEdit = () => sample('base', 'obvious-edit', 'proxy-rights');

const report = async (...args: string[]) => {
  const { exit, out } = await linkchain(['report', '--format', 'json', ...args]);
  return { exit, report: JSON.parse(out) };
};
/** All manifests of a folder as one stream. */
const together = (dir: string) =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readFileSync(join(dir, file), 'utf8'))
    .join('\n---\n');

describe('linkchain report', () => {
  it('finds nothing wrong with the shipped sample', async () => {
    const { exit, report: found } = await report(shipped());
    expect(exit).toBe(0);
    expect(found).toMatchObject({ version: 1, summary: { chains: 1, status: { ok: 1 } }, problems: [] });
    expect(found.chains[0]).toMatchObject({ id: CHAIN, file: 'node-exporter/serviceMonitor.yaml', status: 'ok', reasons: [], first: null });
    expect(found.chains[0].targets[0].upstream).toEqual([['node-exporter', 9100, 'http']]);
  });

  it('reports the bind conflict of the obvious edit and exits with 1', async () => {
    const { exit, report: found } = await report(obviousEdit());
    expect(exit).toBe(1);
    expect(found.chains[0]).toMatchObject({ status: 'broken', reasons: ['bind-conflict'], first: 'bind-conflict' });
    const [finding] = found.findings.filter((f: { code: string }) => f.code === 'bind-conflict');
    expect(finding).toMatchObject({ severity: 'error', chain: CHAIN });
    expect(finding.message).toContain('9100');
    expect(finding.evidence[0].file).toBe('node-exporter/daemonset.yaml');
  });

  it('prints a table for people: what is wrong stands under its chain', async () => {
    const { exit, out, err } = await linkchain(['report', obviousEdit()]);
    expect(exit).toBe(1);
    expect(err).toBe('');
    const lines = out.split('\n');
    expect(lines[0]).toMatch(/^1 chain: 1 broken \(\d+ files, \d+ documents, \d+ objects\)$/);
    const at = lines.findIndex((line) => line.startsWith('broken'));
    expect(lines[at]).toContain(CHAIN);
    expect(lines.slice(at + 1).find((line) => line.includes('bind-conflict'))).toMatch(/✗ .*\(node-exporter\/daemonset\.yaml:\d+\)$/);
  });

  it('says the same in Chinese', async () => {
    const { out } = await linkchain(['report', '--lang', 'zh-CN', obviousEdit()]);
    expect(out).toContain('断开');
    expect(out).toContain('都要占用端口 9100');
  });

  it('colours only where somebody looks', async () => {
    const dir = obviousEdit();
    const sequence = '\u001b[';
    expect((await linkchain(['report', dir])).out).not.toContain(sequence);
    expect((await linkchain(['report', dir], { colour: true })).out).toContain(sequence);
  });

  it('names the command that settles what is absent', async () => {
    const dir = shipped();
    const monitor = join(dir, 'node-exporter', 'serviceMonitor.yaml');
    const { exit, out } = await linkchain(['report', monitor]);
    expect(exit).toBe(0);
    expect(out).toContain('kubectl get services,endpointslices,pods -n monitoring -o yaml');
  });

  it.each([
    ['a file', (dir: string) => [join(dir, 'all.yaml')], (text: string) => ({ 'all.yaml': text })],
    ['a folder, nested', (dir: string) => [dir], (text: string) => ({ 'a/b/c/all.yaml': text })],
    ['a zip', (dir: string) => [join(dir, 'all.zip')], (text: string) => ({ 'all.zip': zipSync({ 'all.yaml': strToU8(text) }) })],
    ['a gz', (dir: string) => [join(dir, 'all.yaml.gz')], (text: string) => ({ 'all.yaml.gz': gzipSync(strToU8(text)) })],
  ])('reads %s', async (_what, paths, files) => {
    const dir = folder(files(together(shipped())));
    const { exit, report: found } = await report(...paths(dir));
    expect({ exit, status: found.summary.status }).toEqual({ exit: 0, status: { ok: 1 } });
  });

  it('reads standard input', async () => {
    const { out } = await linkchain(['report', '--format', 'json', '-'], { stdin: together(shipped()) });
    expect(JSON.parse(out).chains[0]).toMatchObject({ id: CHAIN, file: '<stdin>', status: 'ok' });
  });

  it('puts objects without a namespace where --default-namespace says', async () => {
    const stdin = together(shipped()).replaceAll(/^ {2}namespace: monitoring\n/gm, '');
    const { out } = await linkchain(['report', '--format', 'json', '--default-namespace', 'watch', '-'], { stdin });
    expect(JSON.parse(out).chains[0].id).toBe('ServiceMonitor/watch/node-exporter#0');
  });

  it('keeps several folders apart and skips what holds no manifests of the user', async () => {
    const text = together(shipped());
    const dir = folder({ 'one/all.yaml': text, 'two/all.yaml': '', 'one/node_modules/x/y.yaml': 'a: [', 'one/.git/z.yaml': 'a: [' });
    symlinkSync(join(dir, 'one'), join(dir, 'one', 'loop'));
    const { exit, report: found } = await report(join(dir, 'one'), join(dir, 'two'));
    expect({ exit, problems: found.problems, files: found.summary.files }).toEqual({ exit: 0, problems: [], files: 2 });
  });

  it('reports a document it cannot read and still judges the rest', async () => {
    const dir = folder({ 'all.yaml': together(shipped()), 'half.yaml': 'kind: Service\nmetadata: {name: "x\n' });
    const { exit, report: found } = await report(dir);
    expect(exit).toBe(0);
    expect(found.summary.status).toEqual({ ok: 1 });
    expect(found.problems).toHaveLength(1);
    expect(found.problems[0]).toMatchObject({ file: 'half.yaml', line: expect.any(Number), column: expect.any(Number) });
  });
});

describe('exit status 2', () => {
  it.each<[string, string[], string]>([
    ['no command', [], 'Usage: linkchain'],
    ['an unknown command', ['repot', '.'], '“repot”'],
    ['an unknown option', ['report', '--frmat', 'json', '.'], "Unknown option '--frmat'"],
    ['an option without its value', ['report', '--format'], "'--format"],
    ['an unknown format', ['report', '--format', 'xml', '.'], 'text, json'],
    ['an unknown language', ['report', '--lang', 'de', '.'], 'en, zh-CN'],
    ['no path', ['report'], 'No PATH given'],
    ['a path that is not there', ['report', 'no/such/path.yaml'], 'Cannot read no/such/path.yaml'],
  ])('for %s', async (_what, args, message) => {
    const { exit, out, err } = await linkchain(args);
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
  });

  it('for input without a manifest, in both formats', async () => {
    const dir = folder({ 'notes.txt': 'buy milk\n' });
    for (const format of ['text', 'json']) {
      const { exit, err } = await linkchain(['report', '--format', format, dir]);
      expect({ format, exit }).toEqual({ format, exit: 2 });
      expect(err).toContain('No Kubernetes manifest');
    }
  });

  it('says nothing with --quiet', async () => {
    const { exit, err } = await linkchain(['report', '--quiet', folder({ 'notes.txt': 'buy milk\n' })]);
    expect({ exit, err }).toEqual({ exit: 2, err: '' });
  });
});

describe('--help', () => {
  it.each([
    [['--help'], 'linkchain COMMAND'],
    [['report', '--help'], 'Examples:'],
    [['report', '--help', '--lang', 'zh-CN'], '示例：'],
  ])('%j is answered on standard output', async (args, text) => {
    const { exit, out, err } = await linkchain(args);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toContain(text);
  });

  it('reads what stands beside a pipe and a link that leads to itself', async () => {
    const dir = shipped();
    symlinkSync('loop', join(dir, 'loop'));
    execFileSync('mkfifo', [join(dir, 'pipe')]);
    const { exit, report: found } = await report(dir);
    expect(exit).toBe(0);
    expect(found.summary.chains).toBe(1);
  });
});
