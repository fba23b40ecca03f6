import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runConformance } from '../../scripts/conformance/run.ts';
import type { Suite } from '../../scripts/conformance/types.ts';
import { SHARED } from './root.ts';

/** One set and one folder of derived cases: enough to see that the comparison bites, small enough to run often. */
const root = mkdtempSync(join(tmpdir(), 'linkchain-conformance-'));
const corpus = join(root, 'corpus');
const golden = join(corpus, 'golden', 'kube-prometheus-0.12.json');
const derived = join(corpus, 'derived', 'expected.json');
const knownFile = join(root, 'known.json');

beforeAll(() => {
  for (const path of ['golden/kube-prometheus-0.12.json', 'sets/kube-prometheus-0.12', 'derived', 'nasty', 'semantics'])
    cpSync(join(SHARED, 'corpus', path), join(corpus, path), { recursive: true });
  // The originals may be read-only, and copies keep that.
  for (const entry of readdirSync(corpus, { recursive: true, encoding: 'utf8' })) chmodSync(join(corpus, entry), 0o755);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function run(known: unknown[] = [], only: Suite | null = null) {
  const lines: string[] = [];
  writeFileSync(knownFile, JSON.stringify(known));
  const counts = await runConformance({ root, knownFile, only, print: (line) => lines.push(line) });
  return { ...counts, lines };
}

/** Changes one expectation, runs, and puts the file back. */
async function withChange(file: string, change: (text: string) => string, known: unknown[] = [], only: Suite | null = null) {
  const text = readFileSync(file, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  writeFileSync(file, changed);
  try {
    return await run(known, only);
  } finally {
    writeFileSync(file, text);
  }
}

describe('conformance', () => {
  it('agrees with the expectations as they are', async () => {
    const { failed, lines } = await run();
    expect(failed, lines.join('\n')).toBe(0);
  });

  it.each([
    ['a port number', '"number": 9100', '"number": 9101', 'targets'],
    ['a warning', '"host-network"', '"all-ports"', 'warnings'],
    ['a status', '"status": "external"', '"status": "ok"', 'status'],
    ['a chain', '"ServiceMonitor/monitoring/grafana#0"', '"ServiceMonitor/monitoring/grafana#7"', 'id'],
    ['an upstream', '"node-exporter",\n       9100', '"node-exporter",\n       9999', 'upstream'],
  ])('fails when %s in a golden file changes', async (_what, from, to, field) => {
    const { failed, lines } = await withChange(golden, (text) => text.replace(from, to));
    expect(failed).toBe(1);
    expect(lines.filter((line) => line.includes(field))).not.toEqual([]);
  });

  it('fails when a derived expectation changes', async () => {
    const { failed } = await withChange(derived, (text) => text.replace('"scheme-mismatch"', '"port-not-found"'));
    expect(failed).toBe(1);
  });

  it('compares the scrape configuration with the golden files of the operator, in any order of keys', async () => {
    const name = 'conformance/scrape-config/pm-pod-monitor-phase-filter';
    const expected = join(root, name, 'expected.yaml');
    cpSync(join(SHARED, name), join(root, name), { recursive: true });
    for (const path of [join(root, name), expected]) chmodSync(path, 0o755);
    const alone = (text: string) => withChange(expected, () => text, [], 'scrape-config');
    const text = readFileSync(expected, 'utf8');
    expect(await alone(`# the same\n${text}`)).toMatchObject({ passed: 1, failed: 0 });
    const { failed, lines } = await alone(text.replace('target_label: container', 'target_label: box'));
    expect(failed).toBe(1);
    expect(lines.join('\n')).toContain('scrape_configs[0].relabel_configs[3].target_label: expected "box", got "container"');
    rmSync(join(root, 'conformance'), { recursive: true });
  });

  it('lets a known difference pass, and asks for an entry that is no longer needed to go', async () => {
    const entry = { set: 'kube-prometheus-0.12', chain: 'ServiceMonitor/monitoring/grafana#0', field: 'scheme' };
    const known = [{ ...entry, reason: 'why we are right', source: 'https://example.com/source' }];
    const grafana = /("id": "ServiceMonitor\/monitoring\/grafana#0",\s+"port": "http",\s+"targetPort": null,\s+"scheme": )"http"/;
    expect((await withChange(golden, (text) => text.replace(grafana, '$1"https"'), known)).failed).toBe(0);
    expect((await run(known)).failed).toBe(1);
  });

  it('takes no known difference without its source', async () => {
    await expect(run([{ set: 'x', chain: 'y', field: 'z', reason: 'because' }])).rejects.toThrow('lacks source');
  });
});
