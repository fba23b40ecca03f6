import type { RawObject } from '../../../ingest/index.ts';
import { type Fields, fieldName, fieldsOf } from '../../../objects/index.ts';
import type { FieldVerdict } from '../types.ts';
import { SCHEMA_RULES, type SchemaRule } from './rules.ts';

/** More say no more than these. */
const MOST = 100;

/**
 * Fields that the CRDs of a release certainly refuse, before any operator sees the object. Wrong types are not here: the
 * reader of the object records them (`fieldProblems`). Never throws.
 */
export function schemaProblems(raw: RawObject, release: number): FieldVerdict[] {
  const object = fieldsOf(raw, []);
  const found: FieldVerdict[] = [];
  if (!object.has('spec')) return found;
  for (const rule of SCHEMA_RULES) {
    if (!rule.kinds.includes(raw.kind) || release < rule.from || release >= (rule.before ?? Number.POSITIVE_INFINITY)) continue;
    const steps = rule.path.split('.');
    const key = steps.pop() ?? '';
    for (const holder of holders(object.map('spec'), steps)) {
      const verdict = judge(holder, key, rule);
      if (verdict && found.push(verdict) >= MOST) return found;
    }
  }
  return found;
}

/** The maps at the end of a path; those that are not there are passed over. */
function holders(start: Fields, steps: readonly string[]): Fields[] {
  let all = [start];
  for (const step of steps) {
    const key = step.replace('[]', '');
    all = all.flatMap((holder) => (!holder.has(key) ? [] : step.endsWith('[]') ? holder.list(key) : [holder.map(key)]));
  }
  return all;
}

function judge(holder: Fields, key: string, rule: SchemaRule): FieldVerdict | null {
  const value = holder.raw(key);
  const field = fieldName([...holder.path, key]);
  if (value === undefined) return rule.required ? { code: 'schema-required', params: { field: key }, field, at: holder.at } : null;
  const refused = rule.refuse?.(value) ?? null;
  return refused && { code: refused.code, params: { field: key, ...refused.params }, field, at: holder.atKey(key) };
}
