import { unzipSync } from 'fflate';
import { describe, expect } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { CHAIN, OBVIOUS_EDIT, SHIPPED } from './samples.ts';
import { test } from './visit.ts';

const DAEMONSET = 'node-exporter/daemonset.yaml';
const SERVICE = 'node-exporter/service.yaml';
const MONITOR = 'node-exporter/serviceMonitor.yaml';
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('the main job', () => {
  test('a sample is one click away and shows the whole chain', async ({ visit }) => {
    const app = await visit();
    await app.welcome().waitFor();
    await app.takeSample('shipped');
    await app.status('ok').first().waitFor();
    expect(await app.scheme()).toBe('https');
    await app.picture(CHAIN).waitFor();
    for (const part of ['Prometheus', 'ServiceMonitor', 'Service', 'DaemonSet', 'kube-rbac-proxy'])
      expect(await app.picture(CHAIN).getByText(part).count(), part).toBeGreaterThan(0);
  });

  test('a dropped folder with the obvious edit is a bind conflict', async ({ visit, folder }) => {
    const app = await visit();
    await app.drop(folder(OBVIOUS_EDIT));
    await app.chainsShown();
    await app.status('broken').first().waitFor();
    const conflict = app.finding('bind-conflict').first();
    await conflict.waitFor();
    expect(await conflict.textContent()).toMatch(/both want port 9100/);
    await conflict.click();
    await conflict.getByText(DAEMONSET).first().waitFor();
  });

  test('node-exporter is switched to http: the diff, the proof and the downloaded bytes', async ({ visit, folder }) => {
    const app = await visit();
    await app.chooseFolder(folder(SHIPPED));
    await app.openChain('node-exporter');
    await app.switchTo('http');
    const removed = await app.changedLines(DAEMONSET, 'removed');
    expect(removed.join('\n')).toContain('kube-rbac-proxy');
    expect(await app.changedLines(DAEMONSET, 'added')).not.toEqual([]);

    const { name, bytes } = await app.downloadChanges();
    expect(name).toMatch(/\.zip$/);
    const before = new Map(Object.entries(SHIPPED));
    const after = new Map(Object.entries(unzipSync(bytes)).map(([path, content]) => [inFolder(path), text(content)]));
    expect([...after.keys()].sort()).toEqual([DAEMONSET, MONITOR]);
    expect(after.get(DAEMONSET)).not.toContain('kube-rbac-proxy');
    for (const [path, content] of after) {
      const kept = new Set(before.get(path)?.split('\n'));
      const unchanged = content.split('\n').filter((line) => kept.has(line)).length;
      expect(unchanged, `${path} keeps its other lines`).toBeGreaterThan(content.split('\n').length * 0.7);
    }

    // What was downloaded, read again from nothing, is what was promised.
    const files = [...new Map([...before, ...after])].map(([path, content]) => ({ path, text: content }));
    const chain = analyze(files, { defaultNamespace: 'default' }).chains.find((c) => c.id === CHAIN);
    expect(chain).toMatchObject({ status: 'ok', scheme: 'http', reasons: [] });
    expect(chain?.targets.map((t) => [t.container, t.number, t.serves])).toEqual([['node-exporter', 9100, 'http']]);
  });

  test('the port is renamed on request, in every file that names it', async ({ visit }) => {
    const app = await visit();
    await app.takeSample('shipped');
    await app.switchTo('http');
    await app.changedLines(MONITOR, 'removed');
    await app.renamePort('http');
    expect((await app.changedLines(SERVICE, 'added')).join('\n')).toMatch(/name: http$/m);
    await app.undo();
    await app.diffs().filter({ hasText: SERVICE }).waitFor({ state: 'detached' });
  });

  test('the diff and the report leave as files', async ({ visit }) => {
    const app = await visit();
    await app.takeSample('shipped');
    await app.switchTo('http');
    await app.patchPanel().waitFor();
    await app.changedLines(DAEMONSET, 'removed');
    expect(text((await app.exportAs('export.diff')).bytes)).toMatch(/^--- .*daemonset\.yaml/m);
    const report = JSON.parse(text((await app.exportAs('export.report')).bytes));
    expect(report).toMatchObject({ version: 1, chains: [{ id: CHAIN, scheme: 'http', status: 'ok' }] });
  });

  test('the link shows a stranger the same screen', async ({ visit }) => {
    const app = await visit();
    await app.takeSample('shipped');
    await app.switchTo('http');
    const removed = await app.changedLines(DAEMONSET, 'removed');
    const link = await app.shareLink();
    const hash = link.slice(link.indexOf('#'));
    expect(hash).toMatch(/^#v1\./);

    const stranger = await visit({ hash });
    await stranger.chainsShown();
    expect(await stranger.changedLines(DAEMONSET, 'removed')).toEqual(removed);
    expect(await stranger.scheme()).toBe('http');
    await stranger.status('ok').first().waitFor();
  });

  test('a reload keeps the work, and clearing forgets it', async ({ visit }) => {
    const app = await visit();
    await app.takeSample('shipped');
    await app.switchTo('http');
    const removed = await app.changedLines(DAEMONSET, 'removed');
    await app.reload();
    expect(await app.changedLines(DAEMONSET, 'removed')).toEqual(removed);
    await app.clearSavedWork();
    await app.welcome().waitFor();
    await app.reload();
    await app.welcome().waitFor();
  });

  test('pasted manifests add to what is there', async ({ visit }) => {
    const app = await visit();
    await app.paste(Object.values(SHIPPED).join('\n---\n'));
    await app.chainsShown();
    await app.status('ok').first().waitFor();
  });
});

/** Paths in the archive start with the folder that was chosen, whose name is made up anew each time. */
const inFolder = (path: string): string => path.replace(/^linkchain-e2e-[^/]+\//, '');
