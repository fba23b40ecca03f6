import { matchRegex } from '../../scrape/index.ts';
import type { Json } from '../../yaml/index.ts';
import { get, list, text } from '../read/json.ts';
import type { ChainLabels } from '../types.ts';

/** What relabel rules that are not followed one by one may do to labels. */
export interface Rewrites {
  /** 'all' where names come out of a pattern. */
  labels: ReadonlySet<string> | 'all';
  /** Some rule keeps or drops. */
  filters: boolean;
}

export const NO_REWRITES: Rewrites = { labels: new Set(), filters: false };

/** Labels that rules may write or delete, of those given: target labels are named, others a rule names itself. */
export function rewritesOf(rules: Json | undefined, names: Iterable<string>): Rewrites {
  const touched = new Set<string>();
  const known = [...names];
  let filters = false;
  for (const rule of list(rules)) {
    const action = (text(get(rule, 'action')) ?? 'replace').toLowerCase();
    const regex = text(get(rule, 'regex')) || '(.*)';
    if (action === 'labelmap') return { labels: 'all', filters: true };
    if (action === 'labeldrop' || action === 'labelkeep') {
      for (const name of known) {
        const matched = matchRegex(regex, name);
        if ((matched !== null && matched !== 'invalid') === (action === 'labeldrop')) touched.add(name);
      }
    } else if (/^(keep|drop)/.test(action)) filters = true;
    else touched.add(text(get(rule, 'targetLabel')) ?? '');
  }
  return { labels: touched, filters };
}

export const rewrites = (r: Rewrites['labels'], label: string): boolean => r === 'all' || r.has(label);

export const both = (a: Rewrites, b: Rewrites): Rewrites => ({
  labels: a.labels === 'all' || b.labels === 'all' ? 'all' : new Set([...a.labels, ...b.labels]),
  filters: a.filters || b.filters,
});

/** Rules that keep or drop by the metric's name alone; none where a rule before them may write the name. */
export function nameFilters(rules: Json | undefined): ChainLabels['filters'] {
  const found: { action: 'keep' | 'drop'; regex: string }[] = [];
  for (const rule of list(rules)) {
    const action = (text(get(rule, 'action')) ?? 'replace').toLowerCase();
    const sources = list(get(rule, 'sourceLabels'));
    if (action === 'labelmap' || get(rule, 'targetLabel') === '__name__') return found;
    if ((action === 'keep' || action === 'drop') && sources.length === 1 && sources[0] === '__name__')
      found.push({ action, regex: text(get(rule, 'regex')) || '(.*)' });
  }
  return found;
}
