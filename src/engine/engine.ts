import { type Analysis, type AnalyzeOptions, analyze } from './analyze.ts';
import type { ChainView, Engine, FilesDelta, PreviewView, Summary } from './api.ts';
import { accessOf } from './chain/index.ts';
import { releaseText } from './cluster/index.ts';
import { markNoise, placesOf, statusCounts } from './export/index.ts';
import { createReadCache, type SourceFile } from './ingest/index.ts';
import { lazily } from './lazy/index.ts';
import type { Goal } from './patch/index.ts';
import { aroundOf, pictureOf } from './pictures.ts';
import type { RulesView } from './queries/index.ts';
import { chainRows, fileViews } from './rows.ts';
import { chainScene, changedScene, overviewScene, workloadScene } from './scene/index.ts';
import type { At } from './yaml/index.ts';
import { readValue } from './yaml/index.ts';

// What is looked into only when somebody asks.
const queries = lazily(() => import('./queries/index.ts'));
const targets = lazily(() => import('./targets.ts'));
const diagnoses = lazily(() => import('./diagnose/index.ts'));
const explanations = lazily(() => import('./explain/index.ts'));
const forecasts = lazily(() => import('./forecast/index.ts'));
const lints = lazily(() => import('./lint/index.ts'));
const patches = lazily(() => import('./patch/index.ts'));
const searching = lazily(() => import('./search/index.ts'));
const texts = lazily(() => import('./text/index.ts'));
const sharing = lazily(() => import('./share/index.ts'));
const exporting = lazily(() => import('./exported.ts'));

/** The sources, and what one or two goals make of them. */
const RECENT = 4;

const sameTexts = (a: readonly SourceFile[], b: readonly SourceFile[]): boolean =>
  a.length === b.length && a.every((file, i) => file.path === b[i]?.path && file.text === b[i]?.text);

/**
 * One workspace: files in, answers out. Documents that did not change are not read again; a preview shares what its
 * text has in common with the sources.
 */
export function createEngine(): Engine {
  const cache = createReadCache();
  const files = new Map<string, SourceFile>();
  let options: AnalyzeOptions = { defaultNamespace: 'default', operatorVersion: null };
  let current: Analysis = analyze([], options, cache);

  // A preview asks for the same texts several times over: to plan, to prove, to draw.
  const recent: Analysis[] = [];
  const run = (sources: readonly SourceFile[]): Analysis => {
    const known = recent.find((a) => a.options === options && sameTexts(a.files, sources));
    if (known) return known;
    const made = analyze(sources, options, cache);
    recent.unshift(made);
    recent.length = Math.min(recent.length, RECENT);
    return made;
  };
  // What was asked last is asked again at once: for the picture, the forecast, the lines.
  let reached: { from: Analysis; goals: string; made: ReturnType<ReturnType<typeof patches>['reachGoals']> } | null = null;
  const reach = (goals: readonly Goal[]) => {
    const key = JSON.stringify(goals);
    if (reached?.from !== current || reached.goals !== key)
      reached = { from: current, goals: key, made: patches().reachGoals(current.files, goals, run) };
    return reached.made;
  };
  const patched = (goals: readonly Goal[]): readonly SourceFile[] => (goals.length === 0 ? current.files : reach(goals).files);

  const views = new WeakMap<Analysis, RulesView>();
  const rulesOf = (analysis: Analysis): RulesView => {
    const view = views.get(analysis) ?? queries().rulesView(analysis);
    views.set(analysis, view);
    return view;
  };

  const setFiles = (delta: FilesDelta): Summary => {
    const started = performance.now();
    if (delta.clear) files.clear();
    for (const path of delta.remove ?? []) files.delete(path);
    for (const file of delta.put ?? []) files.set(file.path, file);
    const { defaultNamespace = options.defaultNamespace, operatorVersion = options.operatorVersion ?? null } = delta;
    if (defaultNamespace !== options.defaultNamespace || operatorVersion !== options.operatorVersion)
      options = { defaultNamespace, operatorVersion };
    current = run([...files.values()]);
    const { chains, ingested, cluster } = current;
    return {
      counts: {
        files: files.size,
        documents: ingested.docs.size,
        objects: ingested.objectCount,
        chains: chains.length,
        status: statusCounts(chains),
      },
      rows: chainRows(current),
      problems: ingested.problems,
      files: fileViews(current),
      operator: { release: releaseText(cluster.operator.release), from: cluster.operator.from },
      namespaces: [...cluster.namespaces.keys()].sort(),
      tookMs: performance.now() - started,
    };
  };

  const chain = (id: string): ChainView | null => {
    const found = current.chains.find((c) => c.id === id);
    if (!found) return null;
    const toggles = (['http', 'https'] as const).map((goal) => {
      const plan = patches().planGoal(current, { chain: id, goal, names: 'keep', removeUnusedRbac: false });
      return { goal, refusal: 'strategy' in plan ? null : plan };
    });
    const findings = current.findings.filter((f) => f.chain === id);
    const around = aroundOf(current, found);
    const scene = chainScene(current, found, around);
    const fixes = [...new Set(findings.map((f) => f.code))].filter((code) => patches().FIXABLE.has(code));
    return { chain: found, findings, access: accessOf(current.cluster, found), clients: around.clients, scene, toggles, fixes };
  };

  const preview = (goals: Goal[], focus = goals.at(-1)?.chain): PreviewView => {
    const planned = reach(goals).preview;
    const result = { ...planned, changes: planned.changes.map((change) => markNoise(current.ingested, change)) };
    const before = current.chains.find((c) => c.id === focus);
    const after = result.after.find((c) => c.id === focus) ?? null;
    if (!after) return { preview: result, chain: null, scene: null };
    const then = run(patched(goals));
    const around = aroundOf(then, after);
    const scene = chainScene(then, after, around);
    const findings = then.findings.filter((f) => f.chain === after.id);
    return {
      preview: result,
      chain: after,
      scene: before ? changedScene(pictureOf(current, before), scene, (id) => then.cluster.objects.has(id)) : scene,
      findings,
      access: accessOf(then.cluster, after),
      clients: around.clients,
    };
  };

  return {
    setFiles,
    chain,
    preview,
    ways: (goal, before = []) => patches().waysTo(patched(before), goal, run),
    targets: (id) => targets().targetsOf(current, id),
    forecast: (id, goals = []) => forecasts().forecastOf(goals.length === 0 ? current : run(patched(goals)), id),
    explain: (id, goals = []) => explanations().explain(goals.length === 0 ? current : run(patched(goals)), id),
    diagnose: (text, id = null) => diagnoses().diagnose(current, text, id),
    search: (line) => searching().search(current, line),
    marks: (path) => texts().textMarks(current, path),
    renamePort: (place, to) => texts().renamePort(current, place, to, run),
    findings: () => [...lints().allFindings(current)],
    overview: (filter) => overviewScene(current, filter),
    workload(id) {
      const scene = workloadScene(current, id, (chain) => aroundOf(current, chain));
      return scene.chains.length > 0 ? scene : null;
    },
    rules: () => queries().answerOf(rulesOf(current)),
    cutOff(goals) {
      const { cutOff, rowOf } = queries();
      const cut = cutOff(rulesOf(current), rulesOf(run(patched(goals))));
      return cut.map(({ before, lost, verdict }) => ({ row: rowOf(before), lost, verdict }));
    },
    locate(ats: At[], goals: Goal[] = []) {
      const places = placesOf(goals.length === 0 ? current.ingested : run(patched(goals)).ingested, true);
      return ats.map((at) => places.at(at));
    },
    open(path) {
      const file = files.get(path);
      if (!file) return null;
      const docs = [...current.ingested.docs.values()].filter((d) => d.file === path);
      const problems = docs.flatMap((doc) =>
        readValue(doc.text).problems.map((p) => {
          const line = doc.line + doc.text.slice(0, p.start).split('\n').length - 1;
          const column = p.start - (doc.text.lastIndexOf('\n', p.start - 1) + 1) + 1;
          return { code: p.code, params: { detail: p.detail }, severity: p.severity, file: path, line, column };
        }),
      );
      return { file, problems };
    },
    export: (format, goals, file) => exporting().exported({ current, after: patched(goals), goals, run }, format, file),
    share(request) {
      const { encodeState, isTooLarge, shareContent } = sharing();
      const content = shareContent(current, request);
      const tooLarge = isTooLarge(content.state);
      return { ...content, tooLarge, fragment: tooLarge ? '' : encodeState(content.state) };
    },
  };
}
