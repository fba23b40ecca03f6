import type { Labels, Requirement, Selector } from '../objects/index.ts';
import { isPlain } from './plain.ts';

interface Labelled {
  labels: Labels;
  namespace: string;
  name: string;
}

/** Posting lists over labels and names, so that a selector looks at few objects and never at every pair. */
export interface LabelIndex<T> {
  /** A superset of what can match, in input order. */
  candidates(selector: Selector): readonly T[];
  /** A superset of what meets all requirements but one, some twice; empty for selectors of fewer than two. */
  nearCandidates(selector: Selector): Iterable<T>;
  named(name: string): readonly T[];
}

const key = (label: string, value: string) => `${label}\0${value}`;

export function indexLabels<T>(items: readonly T[], view: (item: T) => Labelled): LabelIndex<T> {
  const byLabel = new Map<string, T[]>();
  const byName = new Map<string, T[]>();
  const put = (map: Map<string, T[]>, k: string, item: T) => {
    const list = map.get(k);
    if (list) list.push(item);
    else map.set(k, [item]);
  };
  for (const item of items) {
    const { labels, name } = view(item);
    put(byName, name, item);
    for (const label of Object.keys(labels)) put(byLabel, key(label, labels[label] ?? ''), item);
  }
  const none: readonly T[] = [];
  // Values with regex characters may match other texts, so only plain ones can be looked up.
  const postings = (r: Requirement): readonly T[] | null => {
    if (r.operator !== 'In' || !r.values.every(isPlain)) return null;
    if (r.values.length === 1) return byLabel.get(key(r.key, r.values[0] ?? '')) ?? none;
    return [...new Set(r.values.flatMap((value) => byLabel.get(key(r.key, value)) ?? none))];
  };
  const shortest = (selector: Selector) =>
    selector.requirements
      .map(postings)
      .filter((list) => list !== null)
      .sort((a, b) => a.length - b.length);
  return {
    candidates: (selector) => shortest(selector)[0] ?? items,
    nearCandidates(selector) {
      if (selector.requirements.length < 2) return none;
      // All but one hold, so at least one of any two lists contains the object.
      const [first, second] = shortest(selector);
      return first && second ? concat(first, second) : items;
    },
    named: (name) => byName.get(name) ?? none,
  };
}

/** One after the other without a copy: the second list may be as long as the input, and the reader soon has enough. */
function* concat<T>(first: readonly T[], second: readonly T[]): Generator<T> {
  yield* first;
  yield* second;
}
