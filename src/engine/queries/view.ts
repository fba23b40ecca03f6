import type { Analysis } from '../analyze.ts';
import { openList, type RawObject } from '../ingest/index.ts';
import { readObject } from '../objects/index.ts';
import { findingsOf } from './findings.ts';
import { type Doors, itemOf } from './judge/item.ts';
import { createJudge, type Recorder } from './judge/judge.ts';
import { indexSources } from './judge/sources.ts';
import { mayHoldDashboards, readDashboardObject } from './read/dashboardObject.ts';
import { readRuleObject } from './read/ruleObject.ts';
import type { ChainLabels, OpenDoor, QueryObject, RulesView } from './types.ts';
import { chainLabels } from './world/chains.ts';
import { doorsOf } from './world/others.ts';
import { type RuleSelection, rulersOf, selectRules } from './world/selection.ts';

/**
 * Every rule and panel of the input: which chains feed it, which none can, and what stands in the way. Throws only for
 * want of the PromQL parser or of RE2 (`withParts`); loads neither, and reads bodies nobody has read yet.
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
function* candidates({ ingested, options }: Analysis): Generator<RawObject> {
  const known = new Set<string>();
  const mayAsk = (raw: RawObject): boolean => isRule(raw) || mayHoldDashboards(raw);
  for (const raw of ingested.objects) {
    known.add(raw.id);
    if (mayAsk(raw)) yield raw;
  }
  for (const doc of ingested.docs.values()) {
    if (doc.status !== 'unread' || !LISTS.has(doc.head.kind ?? '')) continue;
    for (const raw of openList(doc, options.defaultNamespace)) if (mayAsk(raw) && !known.has(raw.id)) yield raw;
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
