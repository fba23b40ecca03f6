import type { Analysis } from '../analyze.ts';
import { openList, type RawObject } from '../ingest/index.ts';
import { readObject } from '../objects/index.ts';
import { findingsOf } from './findings.ts';
import { createJudge, type Judge, type Recorder } from './judge/judge.ts';
import { any, type Outcome, outcome } from './judge/outcome.ts';
import { indexSources } from './judge/sources.ts';
import { pins } from './judge/values.ts';
import { satisfies } from './promql/selectors.ts';
import { mayHoldDashboards, readDashboardObject } from './read/dashboardObject.ts';
import { readRuleObject } from './read/ruleObject.ts';
import type { Asked, ChainLabels, OpenDoor, QueryItem, QueryObject, RulesView, Tri } from './types.ts';
import { chainLabels } from './world/chains.ts';
import { doorsOf } from './world/others.ts';
import { type RuleSelection, rulersOf, selectRules } from './world/selection.ts';

/**
 * Every rule and panel of the input: which chains feed it, which none can, and what stands in the way. Throws only for
 * want of the PromQL parser (`withPromql`) or of RE2 (`withRe2`); loads neither, and reads bodies nobody has read yet.
 */
export function rulesView(analysis: Analysis): RulesView {
  const slices = rulesInSlices(analysis);
  for (;;) {
    const step = slices.next();
    if (step.done) return step.value;
  }
}

/** The same object by object, for a caller that must not stand still or may no longer want the answer. */
export function* rulesInSlices(analysis: Analysis): Generator<void, RulesView> {
  const objects: QueryObject[] = [];
  for (const raw of candidates(analysis)) {
    const found = readOne(raw);
    if (!found) continue;
    objects.push(found);
    yield;
  }
  if (objects.length === 0) return { objects: [], items: [], findings: [] };
  const entries = yield* chainLabels(analysis);
  return yield* judgeObjects(analysis, objects, entries);
}

/** Objects that may hold queries, those of typed lists that nobody has read among them. */
function* candidates({ ingested, defaultNamespace }: Analysis): Generator<RawObject> {
  const known = new Set<string>();
  const mayAsk = (raw: RawObject): boolean => isRule(raw) || mayHoldDashboards(raw);
  for (const raw of ingested.objects) {
    known.add(raw.id);
    if (mayAsk(raw)) yield raw;
  }
  for (const doc of ingested.docs.values()) {
    if (doc.status !== 'unread' || !LISTS.has(doc.head.kind ?? '')) continue;
    for (const raw of openList(doc, defaultNamespace)) if (mayAsk(raw) && !known.has(raw.id)) yield raw;
  }
}
const LISTS = new Set(['ConfigMapList', 'PrometheusRuleList', 'GrafanaDashboardList']);
const isRule = ({ group, kind }: RawObject): boolean => group === 'monitoring.coreos.com' && kind === 'PrometheusRule';

function readOne(raw: RawObject): QueryObject | null {
  const object = isRule(raw) ? readObject(raw) : null;
  return object?.kind === 'PrometheusRule' ? readRuleObject(object) : readDashboardObject(raw);
}

/** Judges what was read against given labels of targets. */
export function* judgeObjects(
  analysis: Analysis,
  objects: readonly QueryObject[],
  entries: readonly ChainLabels[],
): Generator<void, RulesView> {
  const { cluster } = analysis;
  const rulers = rulersOf(cluster);
  const selections = new Map(objects.filter((o) => o.kind === 'rule').map((o) => [o.id, selectRules(cluster, rulers, o)]));
  const doors = doorsByAsker(analysis, entries);
  const judge = createJudge(indexSources(entries, doors), recordersOf(objects, selections));
  const hints = new Map(entries.map((e) => [e.chain, e.hints]));
  const view: RulesView = { objects: [], items: [], findings: [] };
  for (const object of objects) {
    const selection = selections.get(object.id);
    const { selection: state = 'unknown', selectedBy = [], refusal = null } = selection ?? {};
    view.objects.push({
      id: object.id,
      kind: object.kind,
      namespace: object.raw.namespace,
      selection: state,
      selectedBy,
      refusal,
      problems: object.problems,
    });
    for (const asked of object.asked) view.items.push(itemOf(asked, selection, judge, doors, hints));
    yield;
  }
  view.findings = findingsOf(view);
  return view;
}

type Hints = ReadonlyMap<string, readonly string[]>;
type Doors = (by: string | null) => readonly OpenDoor[];

/** What may come from outside, by who asks; null asks all there are. */
function doorsByAsker({ cluster }: Analysis, entries: readonly ChainLabels[]): Doors {
  const servers = cluster.prometheuses.filter((p) => p.kind === 'Prometheus');
  const known = new Map(
    servers.map((p): [string, OpenDoor[]] => {
      const scrapes = entries.some((e) => e.scrapedBy === null || e.scrapedBy.includes(p.id));
      return [p.id, [...doorsOf(p), ...(scrapes ? [] : [{ code: 'no-chains' as const, object: p.id }])]];
    }),
  );
  const every = servers.flatMap((p) => doorsOf(p));
  const anyone: OpenDoor[] =
    servers.length === 0
      ? [{ code: 'no-prometheus', object: null }]
      : entries.length === 0
        ? [...every, { code: 'no-chains', object: null }]
        : every;
  return (by) => (by === null ? anyone : (known.get(by) ?? anyone));
}

/** Recording rules by the metric they make; those nobody evaluates make nothing. */
function recordersOf(objects: readonly QueryObject[], selections: ReadonlyMap<string, RuleSelection>) {
  const byMetric = new Map<string, { recorder: Recorder; by: string | null }[]>();
  for (const object of objects)
    for (const asked of object.asked) {
      if (asked.form !== 'record' || object.problems.length > 0) continue;
      const selection = selections.get(object.id);
      if (!selection || selection.selection === 'not-selected') continue;
      const evaluators = selection.evaluators.length > 0 ? selection.evaluators : [{ prometheus: null, enforced: null }];
      const list = byMetric.get(asked.name) ?? [];
      for (const { prometheus, enforced } of evaluators) list.push({ recorder: { asked, enforced }, by: prometheus });
      byMetric.set(asked.name, list);
    }
  return (metric: string, by: string | null): readonly Recorder[] =>
    (byMetric.get(metric) ?? []).filter((r) => by === null || r.by === null || r.by === by).map((r) => r.recorder);
}

/** One answer of several who ask: somebody it is fed by decides, and only if it is so for all can it never have a result. */
const best = (outcomes: readonly Outcome[]): Outcome => {
  const fed = outcomes.find((o) => o.verdict === 'fed') ?? outcomes.find((o) => o.verdict === 'unknown' || o.verdict === 'free');
  return fed ?? (outcomes.length > 0 ? any(outcomes) : outcome('unknown'));
};

const ANYONE = [{ prometheus: null, ruler: null, enforced: null }];

function itemOf(asked: Asked, selection: RuleSelection | undefined, judge: Judge, doors: Doors, hints: Hints): QueryItem {
  const { query, labels: _, ...rest } = asked;
  const askers = selection && selection.evaluators.length > 0 ? selection.evaluators : ANYONE;
  const openTo = (by: (typeof askers)[number]): readonly OpenDoor[] =>
    by.ruler === null ? doors(by.prometheus) : [{ code: 'thanos-ruler', object: by.ruler }];
  const ask = (run: (by: string | null, enforced: (typeof askers)[number]['enforced']) => Outcome): Outcome =>
    best(
      askers.map((asker) => {
        const made = run(asker.prometheus, asker.enforced);
        // A ThanosRuler asks whatever its query endpoints know.
        return asker.ruler !== null && made.verdict !== 'fed' && made.verdict !== 'constant' ? outcome('unknown') : made;
      }),
    );
  const expr = query.expr;
  const made = expr ? ask((by, enforced) => judge.expr(expr, by, enforced)) : outcome('unknown');
  const stoodIn = query.selectors.some((s) => s.metric === null && s.matchers.length === 0);
  const verdict = made.verdict === 'free' || (made.verdict === 'constant' && stoodIn) ? 'unknown' : made.verdict;
  const own = query.selectors.map((selector) => ({ selector, found: ask((by, enforced) => judge.selector(selector, by, enforced)) }));
  const maybe = [...made.maybe].filter((c) => !made.chains.has(c));
  return {
    ...rest,
    verdict,
    chains: [...made.chains],
    maybe,
    likely: likelyOf(asked, maybe, hints),
    blockers: [
      ...new Map(made.blockers.map((b) => [JSON.stringify([b.metric, b.matcher.label, b.matcher.op, b.matcher.value]), b])).values(),
    ],
    selectors: own.map(({ selector, found }) => ({ selector, verdict: triOf(found), chains: [...found.chains] })),
    open: verdict === 'unknown' ? [...askers.flatMap(openTo)] : [],
    error: query.error,
  };
}

const triOf = ({ verdict }: Outcome): Tri =>
  verdict === 'fed' ? 'yes' : verdict === 'no-chain' || verdict === 'dropped' ? 'no' : 'unknown';

/** Of the chains that might feed it, those called what the expression asks for. */
function likelyOf({ query }: Asked, maybe: readonly string[], hints: Hints): string[] {
  if (maybe.length === 0) return [];
  const named = query.selectors.flatMap((s) => s.matchers.filter((m) => pins(m) && (m.label === 'job' || m.label === 'service')));
  const plain = (s: string): string => s.toLowerCase().replace(/[^a-z0-9]/g, '');
  const alike = (a: string, b: string): boolean => a.length > 2 && b.length > 2 && (a.includes(b) || b.includes(a));
  const fits = (hint: string): boolean =>
    named.some((m) => (m.op === '=' ? alike(plain(m.value), plain(hint)) : m.op === '=~' && satisfies(m, hint)));
  return maybe.filter((chain) => hints.get(chain)?.some(fits));
}
