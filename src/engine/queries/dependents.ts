import { satisfies } from './promql/matchers.ts';
import type { Matcher } from './promql/types.ts';
import type { QueryItem, RulesView, Verdict } from './types.ts';

/** A rule or panel that a chain feeds and that names one of its labels. */
export interface Dependent {
  item: QueryItem;
  /** The matchers that would no longer hold; offsets count in `item.expr`. */
  matchers: Matcher[];
}

/** Stands for the address of a pod in an `instance` such as `*:9100`. */
const ANY_ADDRESS = '10.0.0.1';

/**
 * What hangs on a label of a chain: with `from`, only matchers that hold for it; with `to`, only those that no longer
 * hold for that. In values of `instance`, `*` stands for the pod's address.
 */
export function dependentsOf(view: RulesView, chain: string, change: { label: string; from?: string; to?: string | null }): Dependent[] {
  const value = (v: string): string => v.replace('*', ANY_ADDRESS);
  const affected = (m: Matcher): boolean =>
    m.label === change.label &&
    !m.variable &&
    (change.from === undefined || satisfies(m, value(change.from))) &&
    (change.to === undefined || !satisfies(m, value(change.to ?? '')));
  return view.items.flatMap((item) => {
    const matchers = item.selectors.flatMap((s) => (s.chains.includes(chain) ? s.selector.matchers.filter(affected) : []));
    return matchers.length > 0 ? [{ item, matchers }] : [];
  });
}

/** A rule or panel that some chain fed before and that it does not feed after. */
export interface CutOff {
  before: QueryItem;
  /** null: the rule or panel is gone. */
  after: QueryItem | null;
  lost: string[];
  verdict: Verdict | null;
}

/** What a change of the manifests cuts off, recorded metrics followed: the views of the input before and after it. */
export function cutOff(before: RulesView, after: RulesView): CutOff[] {
  const now = new Map(after.items.map((item) => [item.id, item]));
  return before.items.flatMap((item) => {
    const then = now.get(item.id) ?? null;
    const lost = item.chains.filter((chain) => !then?.chains.includes(chain));
    return lost.length > 0 ? [{ before: item, after: then, lost, verdict: then?.verdict ?? null }] : [];
  });
}
