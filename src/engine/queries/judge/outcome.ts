import type { Blocker, Verdict } from '../types.ts';

/**
 * What is known of a (sub)expression's result. `free`: nothing in it names a source, so it decides only where nothing
 * else does.
 */
type Level = Verdict | 'free';

export interface Outcome {
  verdict: Level;
  chains: ReadonlySet<string>;
  maybe: ReadonlySet<string>;
  blockers: readonly Blocker[];
}

const NONE: ReadonlySet<string> = new Set();
export const outcome = (verdict: Level, more: Partial<Outcome> = {}): Outcome => ({
  verdict,
  chains: NONE,
  maybe: NONE,
  blockers: [],
  ...more,
});

function joined(outcomes: readonly Outcome[], order: readonly Level[]): Outcome {
  const verdict = order.find((level) => outcomes.some((o) => o.verdict === level)) ?? 'constant';
  const [only] = outcomes;
  if (outcomes.length === 1 && only) return { ...only, verdict };
  return {
    verdict,
    chains: new Set(outcomes.flatMap((o) => [...o.chains])),
    maybe: new Set(outcomes.flatMap((o) => [...o.maybe])),
    blockers: outcomes.flatMap((o) => o.blockers),
  };
}

/** Every part is needed for a result; nothing at all is a constant. What is always there waits for what is free. */
export function all(outcomes: readonly Outcome[]): Outcome {
  const made = joined(outcomes, ['no-chain', 'dropped', 'unknown', 'fed', 'always', 'free', 'constant']);
  return made.verdict === 'always' && outcomes.some((o) => o.verdict === 'free') ? { ...made, verdict: 'unknown' } : made;
}

/** One part is enough. */
export const any = (outcomes: readonly Outcome[]): Outcome =>
  joined(outcomes, ['constant', 'always', 'fed', 'unknown', 'free', 'dropped', 'no-chain']);

/** `absent`: a result exactly where there is none. */
export function inverted(o: Outcome): Outcome {
  if (o.verdict === 'no-chain' || o.verdict === 'dropped') return { ...o, verdict: 'always' };
  return o.verdict === 'fed' ? o : { ...o, verdict: 'unknown' };
}

/** Nothing more can be said than that there may be a result. */
export const unsure = (o: Outcome): Outcome =>
  o.verdict === 'fed' ? { ...o, verdict: 'unknown', maybe: new Set([...o.maybe, ...o.chains]), chains: NONE } : o;
