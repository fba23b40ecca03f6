import { type Labels, meets, type Selector } from '../objects/index.ts';
import type { At } from '../yaml/index.ts';
import { isPlain } from './plain.ts';
import { matchRegex } from './regex/index.ts';
import type { Comparison } from './types.ts';

/**
 * Fully anchored RE2 match, as relabelling does it: the operator writes names and label values unescaped into regexes
 * (prometheus-operator promcfg.go), so `port: web.*` picks several ports. A pattern RE2 refuses matches only itself.
 */
export function regexMatches(pattern: string, value: string): boolean {
  if (isPlain(pattern)) return pattern === value;
  const found = matchRegex(pattern, value);
  return found === 'invalid' ? pattern === value : found !== null;
}

export interface MatchOptions {
  /** `regex`: as in generated relabel rules; `exact`: as the API server and the operator's own selectors. */
  mode: 'exact' | 'regex';
  at: (key: string) => At | null;
  /** False when labels beyond the given ones may exist. */
  known?: boolean;
}

/** Holds every requirement against the labels. An invalid selector yields no comparison and matches nothing. */
export function compareLabels(selector: Selector, labels: Labels, options: MatchOptions): Comparison[] {
  const same = options.mode === 'regex' ? regexMatches : undefined;
  return selector.requirements.map((requirement) => {
    const value = Object.hasOwn(labels, requirement.key) ? labels[requirement.key] : undefined;
    const hidden = value === undefined && options.known === false;
    return {
      requirement,
      value: value ?? null,
      at: value === undefined ? null : options.at(requirement.key),
      holds: hidden ? null : meets(requirement, value, same),
    };
  });
}

/** True, false, or null when it hangs on labels that are not known. */
export function allHold(comparisons: readonly Comparison[]): boolean | null {
  if (comparisons.some((c) => c.holds === false)) return false;
  return comparisons.some((c) => c.holds === null) ? null : true;
}
