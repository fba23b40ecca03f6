import type { Json } from '../yaml/index.ts';
import { type Fields, isMap } from './fields.ts';
import type { Requirement, Selector } from './types.ts';

const OPERATORS = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist']);

/** null where the field is absent; `{}` has no requirements and selects everything. */
export function readSelector(parent: Fields, key: string): Selector | null {
  return parent.has(key) ? requiredSelector(parent, key) : null;
}

/** Where the API has a struct, not a pointer: absent says as much as `{}`. Of the wrong type it selects nothing. */
export function requiredSelector(parent: Fields, key: string): Selector {
  const selector = selectorOf(parent.map(key));
  return { ...selector, invalid: misshapen(parent, key, isMap) ?? selector.invalid };
}

function misshapen(parent: Fields, key: string, is: (value: Json) => boolean): string | null {
  const value = parent.raw(key);
  return value === undefined || is(value) ? null : `${key}: ${JSON.stringify(value).slice(0, 60)}`;
}

/** metav1.LabelSelector in the order of the generated rules: matchLabels by key, then matchExpressions as written (promcfg.go). */
export function selectorOf(fields: Fields): Selector {
  let invalid = misshapen(fields, 'matchLabels', isMap) ?? misshapen(fields, 'matchExpressions', Array.isArray);
  const labels = fields.labels('matchLabels');
  const labelAt = (key: string) => ({ ...fields.at, path: [...fields.at.path, 'matchLabels', key] });
  const requirements: Requirement[] = Object.keys(labels)
    .sort()
    .map((key) => ({ key, operator: 'In', values: [labels[key] ?? ''], at: labelAt(key), fromMatchLabels: true }));
  for (const expression of fields.list('matchExpressions')) {
    const key = expression.str('key') ?? '';
    const operator = expression.str('operator') ?? '';
    const values = expression.strings('values');
    if (key === '') invalid ??= 'key: ""';
    if (!OPERATORS.has(operator)) {
      invalid ??= `operator: ${operator || '""'}`;
      continue;
    }
    const needsValues = operator === 'In' || operator === 'NotIn';
    if (needsValues !== values.length > 0) invalid ??= `${operator}: values [${values.join(', ')}]`;
    requirements.push({ key, operator: operator as Requirement['operator'], values, at: expression.at, fromMatchLabels: false });
  }
  return { requirements, at: fields.at, invalid };
}
