import type { Fields } from '../../objects/index.ts';
import type { At } from '../../yaml/index.ts';
import type { Context } from './context.ts';
import { made, sanitized } from './rules.ts';
import type { GeneratedRule } from './types.ts';
import { texts } from './values.ts';

const OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;
interface Term {
  key: string;
  operator: (typeof OPERATORS)[number] | 'Equals';
  values: string[];
  at: At;
}

/** `matchLabels` with sorted keys, then `matchExpressions` as they stand; what the API server refuses is left out. */
function termsOf(selector: Fields): Term[] {
  const labels = selector.labels('matchLabels');
  const place = selector.map('matchLabels');
  const equal = Object.keys(labels)
    .sort()
    .map((key): Term => ({ key, operator: 'Equals', values: [labels[key] as string], at: place.atKey(key) }));
  const others = selector.list('matchExpressions').flatMap((e): Term[] => {
    const operator = OPERATORS.find((known) => known === e.text('operator'));
    return operator ? [{ key: e.text('key') ?? '', operator, values: texts(e, 'values'), at: e.at }] : [];
  });
  return [...equal, ...others];
}

/**
 * The selector as rules over the meta labels of a role (promcfg.go). Values go into the regex unescaped, as the operator does.
 * `on`: `service`, `pod` or `ingress`.
 */
export function selectorRules(c: Context, selector: Fields, on: string): GeneratedRule[] {
  return termsOf(selector).map(({ key, operator, values, at }) => {
    const present = `__meta_kubernetes_${on}_labelpresent_${sanitized(key)}`;
    const action = operator === 'NotIn' || operator === 'DoesNotExist' ? 'drop' : 'keep';
    if (operator === 'Exists' || operator === 'DoesNotExist')
      return made('selector', at, { action, source_labels: [present], regex: 'true' });
    const value = `__meta_kubernetes_${on}_label_${sanitized(key)}`;
    const regex = values.join('|');
    // Before v0.53 a label that is absent and one that is empty were the same.
    if (c.world.release < 53) return made('selector', at, { action, source_labels: [value], regex });
    return made('selector', at, { action, source_labels: [value, present], regex: `(${regex});true` });
  });
}

/** The selector as text, as the API server takes it (apimachinery labels.Selector String): sorted by key, values sorted. */
export function selectorText(selector: Fields): string {
  const byKey = (a: Term, b: Term): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  return termsOf(selector).sort(byKey).map(termText).join(',');
}

function termText({ key, operator, values }: Term): string {
  const list = `(${[...values].sort().join(',')})`;
  switch (operator) {
    case 'Equals':
      return `${key}=${values[0] ?? ''}`;
    case 'In':
      return `${key} in ${list}`;
    case 'NotIn':
      return `${key} notin ${list}`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
  }
}

/** True where the API server is asked to select, instead of rules (`selectorMechanism`, since v0.79). */
export const byRoleSelector = (c: Context, spec: Fields): boolean =>
  c.world.release >= 79 && (spec.text('selectorMechanism') ?? 'RelabelConfig') !== 'RelabelConfig';
