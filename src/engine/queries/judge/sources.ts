import { satisfies } from '../promql/matchers.ts';
import type { Matcher } from '../promql/types.ts';
import type { Blocker, ChainLabels, OpenDoor, Tri } from '../types.ts';
import { TARGET_LABELS } from '../world/labels.ts';
import { dropsMetric, holds, pins } from './values.ts';

/** What one selector finds among the chains; null: nothing in it names a source. */
export interface Found {
  verdict: Tri | null;
  chains: readonly string[];
  maybe: readonly string[];
  blockers: readonly Blocker[];
}

export interface Sources {
  /** `by`: the Prometheus whose scrapes count; null for any. */
  find(metric: string | null, matchers: readonly Matcher[], by: string | null): Found;
  /** Labels that stand on targets: a matcher on any other is the series' own affair. */
  labels: ReadonlySet<string>;
}

const NOTHING: Found = { verdict: 'unknown', chains: [], maybe: [], blockers: [] };
/** More of them tell nothing more. */
const MOST_NAMED = 50;
const MOST_VALUES = 8;

/** Answers for selectors from all targets; by job where the selector names one, and never twice the same. */
export function indexSources(entries: readonly ChainLabels[], doors: (by: string | null) => readonly OpenDoor[]): Sources {
  const labels = new Set(TARGET_LABELS);
  const byJob = new Map<string, ChainLabels[]>();
  const anyJob: ChainLabels[] = [];
  for (const entry of entries) {
    for (const name of entry.labels.keys()) labels.add(name);
    const job = entry.labels.get('job');
    const settled =
      typeof job === 'string' && !(entry.honorLabels && entry.foreign) && entry.rewritten !== 'all' && !entry.rewritten.has('job');
    if (!settled) anyJob.push(entry);
    const list = typeof job === 'string' ? byJob.get(job) : undefined;
    if (list) list.push(entry);
    else if (typeof job === 'string') byJob.set(job, [entry]);
  }
  const candidates = (matchers: readonly Matcher[]): readonly ChainLabels[] => {
    const job = matchers.find((m) => m.label === 'job' && m.op === '=' && !m.variable && m.value !== '');
    return job ? [...new Set([...(byJob.get(job.value) ?? []), ...anyJob])] : entries;
  };
  const filtered = entries.some((e) => e.filters.length > 0);
  const known = new Map<string, Found>();
  const search = (metric: string | null, all: readonly Matcher[], by: string | null): Found => {
    const chains = new Set<string>();
    const maybe = new Set<string>();
    const dropping = new Set<string>();
    for (const entry of candidates(all)) {
      if (!scrapes(entry, by)) continue;
      const state = holds(entry, metric, all);
      if (state !== 'no' && dropsMetric(entry, metric)) dropping.add(entry.chain);
      else if (state === 'yes') chains.add(entry.chain);
      else if (state === 'unknown') maybe.add(entry.chain);
    }
    if (chains.size > 0) return { verdict: 'yes', chains: [...chains], maybe: [], blockers: [] };
    if (maybe.size > 0 || doors(by).length > 0) return { ...NOTHING, maybe: [...maybe].slice(0, MOST_NAMED) };
    const blockers = blockersOf(entries, metric, all, by);
    return { ...NOTHING, verdict: 'no', blockers: blockers.map((b) => ({ ...b, dropping: [...dropping].slice(0, MOST_VALUES) })) };
  };
  return {
    labels,
    find(metric, matchers, by) {
      const all = matchers.filter((m) => labels.has(m.label));
      if (!all.some(pins)) return { ...NOTHING, verdict: null };
      const key = JSON.stringify([
        by,
        filtered || metric === null || /^(?:up$|scrape_)/.test(metric) ? metric : '',
        all.map((m) => [m.label, m.op, m.value]),
      ]);
      const found = known.get(key) ?? search(metric, all, by);
      known.set(key, found);
      return found.blockers.length > 0 ? { ...found, blockers: found.blockers.map((b) => ({ ...b, metric })) } : found;
    },
  };
}

const scrapes = (entry: ChainLabels, by: string | null): boolean =>
  entry.scrapedBy === null || (by === null ? entry.scrapedBy.length > 0 : entry.scrapedBy.includes(by));

/** The matchers no target satisfies; where each is satisfied by some and never all by one, all of them. */
function blockersOf(entries: readonly ChainLabels[], metric: string | null, matchers: readonly Matcher[], by: string | null): Blocker[] {
  const picking = matchers.filter(pins);
  const made = picking.map((matcher) => {
    const values = new Set<string>();
    const unscraped = new Set<string>();
    let met = false;
    for (const entry of entries) {
      const value = entry.labels.get(matcher.label);
      if (typeof value !== 'string') continue;
      const fits = satisfies(matcher, value);
      if (!scrapes(entry, by)) {
        if (fits && unscraped.size < MOST_VALUES && holds(entry, metric, matchers) !== 'no') unscraped.add(entry.chain);
        continue;
      }
      if (values.size < MOST_VALUES) values.add(value);
      met ||= fits;
    }
    return { met, blocker: { metric, matcher, has: [...values], unscraped: [...unscraped], dropping: [] } };
  });
  const unmet = made.filter((m) => !m.met);
  return (unmet.length > 0 ? unmet : made).map((m) => m.blocker);
}
