import type { Requirement } from './types.ts';

/** One requirement against a label's value, undefined where there is no such label (apimachinery labels.Requirement.Matches). */
export function meets(r: Requirement, value: string | undefined, same: (wanted: string, value: string) => boolean = equal): boolean {
  switch (r.operator) {
    case 'In':
      return value !== undefined && r.values.some((wanted) => same(wanted, value));
    case 'NotIn':
      return value === undefined || !r.values.some((wanted) => same(wanted, value));
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}

const equal = (wanted: string, value: string): boolean => wanted === value;

/** A requirement as people write it: `app=web`, `tier in (a, b)`, `canary` must not exist. */
export function requirementText(r: Requirement): string {
  if (r.fromMatchLabels) return `${r.key}=${r.values[0] ?? ''}`;
  return r.values.length > 0 ? `${r.key} ${r.operator} (${r.values.join(', ')})` : `${r.key} ${r.operator}`;
}
