import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Analysis, analyze } from '../../src/engine/analyze.ts';
import { asServed, type FormFile, formFiles, jsonPatch, objectChanges } from '../../src/engine/export/index.ts';
import { besideOf } from '../../src/engine/exported.ts';
import { createReadCache, type SourceFile } from '../../src/engine/ingest/index.ts';
import { applyGoals, type Goal, previewGoals } from '../../src/engine/patch/index.ts';
import { type Json, type JsonMap, readValue, splitDocuments } from '../../src/engine/yaml/index.ts';
import { served } from '../export/forms/served.ts';
import { filesBelow, SHARED } from './sets.ts';

const SETS = ['kube-prometheus-main', 'kube-prometheus-0.12', 'kube-prometheus-0.8'];
/** kubectl whose kustomize takes `patches` with a target; older ones and none leave those checks to other machines. */
const KUBECTL = kubectlVersion();
let work = '';
beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'forms-'));
  if (KUBECTL === null) console.log('kubectl 1.27 or newer is not installed: kustomization and kubectl patch were not run');
  else console.log(`kubectl ${KUBECTL}`);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

function kubectlVersion(): string | null {
  const { status, stdout } = spawnSync('kubectl', ['version', '--client', '-o', 'json'], { encoding: 'utf8' });
  if (status !== 0) return null;
  const version = (JSON.parse(stdout) as { clientVersion: { major: string; minor: string } }).clientVersion;
  return Number.parseInt(version.minor, 10) >= 27 ? `${version.major}.${version.minor}` : null;
}

/** The base as somebody else changed it: where the patch adds, something is there; where it takes away, nothing is. */
function otherBase(before: JsonMap, after: JsonMap): JsonMap {
  const key = Object.keys({ ...before, ...after }).find((k) => JSON.stringify(before[k]) !== JSON.stringify(after[k])) ?? '';
  const [was, is] = [before[key], after[key]];
  const bothMaps = [was, is].every((v) => v !== null && typeof v === 'object' && !Array.isArray(v));
  return { ...before, [key]: bothMaps ? otherBase(was as JsonMap, is as JsonMap) : 'changed' };
}

let folders = 0;
function folderOf(files: readonly FormFile[]): string {
  const folder = join(work, String(folders++));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
const textsOf = (files: readonly SourceFile[]): FormFile[] => files.map(({ path, text }) => ({ path, text }));
const read = (folder: string, files: readonly { path: string }[]): string[] => files.map((f) => readFileSync(join(folder, f.path), 'utf8'));

/** Objects of a stream in an order of their own. */
function objectsOf(text: string): Json[] {
  const key = (v: Json): string => JSON.stringify(v, (_, x) => (x !== null && typeof x === 'object' && !Array.isArray(x) ? sorted(x) : x));
  return splitDocuments(text)
    .map((d) => readValue(d.text).value ?? null)
    .filter((v) => v !== null)
    .sort((a, b) => key(a).localeCompare(key(b)));
}
const bare = ({ metadata: _, ...rest }: JsonMap): JsonMap => rest;
const sorted = (map: object): object => Object.fromEntries(Object.entries(map).toSorted(([a], [b]) => a.localeCompare(b)));
const kustomize = (folder: string): string => execFileSync('kubectl', ['kustomize', folder], { encoding: 'utf8', maxBuffer: 1e8 });

describe.each(SETS)('%s', (set) => {
  const files = filesBelow(`${SHARED}/corpus/sets/${set}`);
  const cache = createReadCache();
  const run = (of: readonly SourceFile[]): Analysis => analyze(of, { defaultNamespace: 'default' }, cache);
  const before = run(files);
  const wanted = before.chains
    .filter((c) => c.status === 'ok')
    .flatMap((c) =>
      (['http', 'https', 'outside'] as const).map((goal): Goal => ({ chain: c.id, goal, names: 'tidy', removeUnusedRbac: true })),
    )
    .map((goal) => ({ goal, preview: previewGoals(files, [goal], run) }))
    .filter(({ preview }) => preview.changes.length > 0);
  const beside = besideOf(before);

  it('has changes to export', () => expect(wanted.length).toBeGreaterThan(10));

  it.each(wanted)('$goal.goal of $goal.chain: git apply and patch -p1, there and back', ({ goal, preview }) => {
    const after = textsOf(applyGoals(files, [goal], run));
    const [diff] = formFiles('diff', preview.changes, beside);
    const back = formFiles('rollback', preview.changes, beside).find((f) => f.path === 'rollback.diff');
    const input = { input: diff?.text ?? '', encoding: 'utf8' as const };
    const folder = folderOf(textsOf(files));
    const git = (text: string): void => void execFileSync('git', ['apply', '-'], { cwd: folder, input: text });
    git(diff?.text ?? '');
    expect(read(folder, after)).toEqual(after.map((f) => f.text));
    git(back?.text ?? '');
    expect(read(folder, files)).toEqual(files.map((f) => f.text));
    execFileSync('patch', ['-p1', '--no-backup-if-mismatch'], { cwd: folder, ...input });
    expect(read(folder, after)).toEqual(after.map((f) => f.text));
  });

  it.runIf(KUBECTL !== null).each(wanted)('$goal.goal of $goal.chain: kustomize and kubectl make the same objects', ({ goal, preview }) => {
    // The files that change are enough: kustomize takes a second over all of them.
    const changed = new Set(preview.changes.map((c) => c.path));
    const some = { ...beside, resources: beside.resources.filter((path) => changed.has(path)) };
    const after = applyGoals(files, [goal], run).filter((f) => changed.has(f.path));
    const plain = { path: 'kustomization.yaml', text: JSON.stringify({ resources: after.map((f) => f.path) }) };
    const expected = objectsOf(kustomize(folderOf([...textsOf(after), plain])));
    const overlay = formFiles('kustomize', preview.changes, some);
    expect(objectsOf(kustomize(folderOf([...textsOf(files), ...overlay])))).toEqual(expected);

    for (const change of objectChanges(preview.changes)) {
      if (!change.before || !change.after) continue;
      const folder = folderOf([
        { path: 'in.json', text: JSON.stringify(change.before) },
        { path: 'served.json', text: JSON.stringify(served(change.before)) },
        { path: 'live.json', text: JSON.stringify(jsonPatch(asServed(change.before), asServed(change.after))) },
        { path: 'patch.json', text: JSON.stringify(jsonPatch(change.before, change.after)) },
        { path: 'other.json', text: JSON.stringify(otherBase(change.before, change.after)) },
      ]);
      const patch = (file: string, operations = 'patch.json') =>
        spawnSync('kubectl', ['patch', '--local', '-f', file, '--type=json', '--patch-file', operations, '-o', 'json'], {
          cwd: folder,
          encoding: 'utf8',
          env: { ...process.env, KUBECONFIG: '/dev/null' },
        });
      const made = patch('in.json');
      expect([made.status, made.stderr]).toEqual([0, '']);
      expect(JSON.parse(made.stdout)).toEqual(JSON.parse(JSON.stringify(change.after)));
      expect(patch('other.json').status).toBe(1);
      const live = patch('served.json', 'live.json');
      expect([live.status, live.stderr]).toEqual([0, '']);
      expect(bare(served(JSON.parse(live.stdout) as JsonMap))).toEqual(bare(served(change.after)));
    }
  });
});

/** jsonnet itself, where it is installed. */
const JSONNET = spawnSync('jsonnet', ['--version'], { encoding: 'utf8' }).status === 0;

describe.runIf(JSONNET)('the jsonnet overlay', () => {
  it.each(SETS)('makes of %s what the patch makes', (set) => {
    const files = filesBelow(`${SHARED}/corpus/sets/${set}`);
    const cache = createReadCache();
    const run = (of: readonly SourceFile[]): Analysis => analyze(of, { defaultNamespace: 'default' }, cache);
    const goal: Goal = { chain: 'ServiceMonitor/monitoring/node-exporter#0', goal: 'http', names: 'tidy', removeUnusedRbac: false };
    const { changes } = previewGoals(files, [goal], run);
    const [overlay] = formFiles('jsonnet', changes, besideOf(run(files)));
    const objects = objectChanges(changes).filter((c) => c.before !== null);
    const fields = { DaemonSet: 'daemonset', ServiceMonitor: 'serviceMonitor', Service: 'service' } as const;
    const base = Object.fromEntries(objects.map((c) => [fields[c.id.kind as keyof typeof fields], c.before]));
    const folder = folderOf([
      { path: 'overlay.libsonnet', text: overlay?.text ?? '' },
      { path: 'main.jsonnet', text: `({ nodeExporter: ${JSON.stringify(base)} } + import 'overlay.libsonnet').nodeExporter` },
    ]);
    const made = JSON.parse(execFileSync('jsonnet', ['main.jsonnet'], { cwd: folder, encoding: 'utf8' }));
    for (const c of objects) expect(made[fields[c.id.kind as keyof typeof fields]]).toEqual(JSON.parse(JSON.stringify(c.after)));
  });
});
