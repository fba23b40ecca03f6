import { satisfies } from '../promql/matchers.ts';
import type { Asked, OpenDoor, QueryItem, Tri } from '../types.ts';
import type { RuleSelection } from '../world/selection.ts';
import type { Judge } from './judge.ts';
import { any, type Outcome, outcome } from './outcome.ts';
import { pins } from './values.ts';

/** What the objects behind chains are called. */
export type Hints = ReadonlyMap<string, readonly string[]>;
/** What may come from outside, by who asks. */
export type Doors = (by: string | null) => readonly OpenDoor[];

/** One answer of several who ask: somebody it is fed by decides, and only if it is so for all can it never have a result. */
const best = (outcomes: readonly Outcome[]): Outcome => {
  const fed = outcomes.find((o) => o.verdict === 'fed') ?? outcomes.find((o) => o.verdict === 'unknown' || o.verdict === 'free');
  return fed ?? (outcomes.length > 0 ? any(outcomes) : outcome('unknown'));
};

const ANYONE = [{ prometheus: null, ruler: null, enforced: null }];

/** The answer for one expression. */
export function itemOf(asked: Asked, selection: RuleSelection | undefined, judge: Judge, doors: Doors, hints: Hints): QueryItem {
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
