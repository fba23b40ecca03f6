import type { ObjectRule } from '../rule.ts';
import { straysOf } from '../strays.ts';

/** A field that its kind has in another place: indented too far, or not far enough (field.md 3, row 12). */
export const misplacedField: ObjectRule = {
  code: 'misplaced-field',
  run: (analysis) =>
    straysOf(analysis).flatMap(({ object, kind, field, place, belongs, meant, at }) =>
      belongs === null || meant !== null
        ? []
        : [{ object, params: { kind, field, place: place === '' ? kind : place, belongs }, severity: 'warning' as const, evidence: [at] }],
    ),
};
