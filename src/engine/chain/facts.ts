import { requirementText, type Selector } from '../objects/index.ts';
import type { Comparison } from '../scrape/index.ts';
import type { At } from '../yaml/index.ts';
import type { Fact, LinkState, Side } from './types.ts';

/** Label by label: what the selector asks on the left, what stands on the object on the right. */
export const comparisonFacts = (comparisons: readonly Comparison[]): Fact[] =>
  comparisons.map((c) => ({
    name: c.requirement.key,
    left: { value: requirementText(c.requirement), at: c.requirement.at },
    right: c.value === null ? null : { value: `${c.requirement.key}=${c.value}`, at: c.at },
    holds: c.holds,
  }));

/** What a selector asks for where nothing stands on the other side. */
export const wantedFacts = (selector: Selector): Fact[] =>
  selector.requirements.map((r) => ({ name: r.key, left: { value: requirementText(r), at: r.at }, right: null, holds: false }));

export const side = (value: string | number, at: At | null): Side => ({ value: String(value), at });

/** Broken when one fact fails, unknown when one cannot be told. */
export function stateOf(facts: readonly Fact[]): LinkState {
  if (facts.some((f) => f.holds === false)) return 'broken';
  return facts.some((f) => f.holds === null) ? 'unknown' : 'ok';
}
