import { diffLines } from 'diff';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { createReadCache, type SourceFile } from '../../src/engine/ingest/index.ts';
import { conflictsOf, listenersOf } from '../../src/engine/listen/index.ts';
import { applyGoals, type Goal, planGoal, previewGoals } from '../../src/engine/patch/index.ts';
import { type Json, readValue, splitDocuments } from '../../src/engine/yaml/index.ts';
import { filesBelow, SHARED } from './sets.ts';

const CHAIN = 'ServiceMonitor/monitoring/node-exporter#0';
const cache = createReadCache();
const run = (files: readonly SourceFile[]) => analyze(files, { defaultNamespace: 'default' }, cache);
const load = (path: string): SourceFile[] => filesBelow(`${SHARED}/corpus/${path}`);
const goalOf = (goal: Goal['goal'], more: Partial<Goal> = {}): Goal => ({
  chain: CHAIN,
  goal,
  names: 'tidy',
  removeUnusedRbac: false,
  ...more,
});
/** Every document as data, by file. */
const meaning = (files: readonly SourceFile[]): [string, Json[]][] =>
  files.map((f) => [f.path, splitDocuments(f.text).map((d) => readValue(d.text).value ?? null)]);

describe.each(['sets/kube-prometheus-0.12', 'sets/kube-prometheus-main'])('node-exporter of %s', (set) => {
  const files = load(set);
  const before = run(files);
  const status = new Map(before.chains.map((c) => [c.id, c.status]));

  describe.each(['keep', 'tidy'] as const)('names: %s', (names) => {
    it.each([[['http']], [['http', 'https']], [['http', 'https', 'http']]] as const)('goes %j and works each time', (way) => {
      const goals = way.map((goal) => goalOf(goal, { names, removeUnusedRbac: names === 'tidy' }));
      const { after, refusals, changes } = previewGoals(files, goals, run);
      expect(refusals).toEqual(goals.map(() => null));
      const last = way.at(-1);
      expect(after.map((c) => [c.status, c.scheme, c.targets.map((t) => [t.number, t.serves])])).toEqual([['ok', last, [[9100, last]]]]);
      const analysis = run(applyGoals(files, goals, run));
      expect(analysis.chains.map((c) => [c.id, c.status])).toEqual([...status]);
      expect(analysis.cluster.workloads.flatMap((w) => conflictsOf(listenersOf(w, analysis.cluster)))).toEqual([]);
      expect(changes.every((c) => /nodeExporter-/.test(c.path))).toBe(true);
    });
  });

  it('has nothing to do where it speaks https already', () => {
    expect(previewGoals(files, [goalOf('https')], run).changes).toEqual([]);
  });

  it('is left with what nobody asked to change, byte for byte', () => {
    const after = new Map(applyGoals(files, [goalOf('http')], run).map((f) => [f.path, f.text]));
    const added = files.flatMap(({ path, text }) => {
      const news = diffLines(text, after.get(path) ?? '').flatMap((part) => (part.added ? part.value.trimEnd().split('\n') : []));
      return after.get(path) === text ? [] : [[path, news.map((line) => line.trim()).sort()]];
    });
    expect(added).toEqual([
      ['nodeExporter-daemonset.yaml', ['- --web.listen-address=:9100', '- containerPort: 9100', 'hostPort: 9100', 'name: http', 'ports:']],
      ['nodeExporter-service.yaml', ['- name: http', 'targetPort: http']],
      ['nodeExporter-serviceMonitor.yaml', ['- interval: 15s', 'port: http', 'scheme: http']],
    ]);
  });
});

describe('derived sets', () => {
  it('the toggle of the original is the hand-made repair', () => {
    const toggled = applyGoals(load('derived/0-original'), [goalOf('http')], run);
    expect(meaning(toggled)).toEqual(meaning(load('derived/7-correct-http-without-proxy')));
  });

  it.each([
    ['3-article-final', 'http', 'remove-proxy'],
    ['3-article-final', 'https', 'behind-proxy'],
    ['7-correct-http-without-proxy', 'https', 'add-proxy'],
    ['10-proxy-removed-monitor-forgotten', 'http', 'follow-listener'],
    ['10-proxy-removed-monitor-forgotten', 'https', 'add-proxy'],
    ['12-main-naive-edit', 'http', 'remove-proxy'],
  ] as const)('%s → %s by %s', (set, goal, strategy) => {
    const files = load(`derived/${set}`);
    const plan = planGoal(run(files), goalOf(goal));
    expect('strategy' in plan ? plan.strategy : plan.code).toBe(strategy);
    const { after, refusals } = previewGoals(files, [goalOf(goal)], run);
    expect(refusals).toEqual([null]);
    expect(after.map((c) => [c.status, c.scheme, c.targets[0]?.serves])).toEqual([['ok', goal, goal]]);
  });
});

describe.each(['sets/kube-prometheus-0.12', 'sets/kube-prometheus-main', 'sets/kps-helm-88'])('every chain of %s', (set) => {
  const files = load(set);
  const before = run(files);

  it.each(before.chains.map((c) => c.id))('%s keeps what its plan promises', (chain) => {
    for (const goal of ['http', 'https'] as const) {
      const wanted = goalOf(goal, { chain });
      if (!('strategy' in planGoal(before, wanted))) continue;
      const { after, refusals } = previewGoals(files, [wanted], run);
      expect(refusals).toEqual([null]);
      expect(after.map((c) => [c.status, c.scheme])).toEqual([['ok', goal]]);
      expect(after[0]?.targets.map((t) => t.serves).filter((s) => s !== goal)).toEqual([]);
      expect(planGoal(run(applyGoals(files, [wanted], run)), wanted)).toMatchObject({ files: [] });
    }
  });
});
