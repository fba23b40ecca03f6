import type { Fields } from './fields.ts';
import type { Requirement, Selector } from './types.ts';

const OPERATORS = new Set(['In', 'NotIn', 'Exists', 'DoesNotExist']);

/** null where the field is absent; `{}` has no requirements and selects everything. */
export function readSelector(parent: Fields, key: string): Selector | null {
  return parent.has(key) ? selectorOf(parent.map(key)) : null;
}

/** metav1.LabelSelector in the order of the generated rules: matchLabels by key, then matchExpressions as written (promcfg.go). */
export function selectorOf(fields: Fields): Selector {
  let invalid: string | null = null;
  const labels = fields.labels('matchLabels');
  const matchLabels = fields.map('matchLabels');
  const requirements: Requirement[] = Object.keys(labels)
    .sort()
    .map((key) => ({ key, operator: 'In', values: [labels[key] ?? ''], at: matchLabels.atKey(key), fromMatchLabels: true }));
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
