import type { ObjectRule } from '../rule.ts';
import { straysOf } from '../strays.ts';

/** A field that its kind does not have anywhere: the API server drops it without a word (CustomResourceDefinition pruning). */
export const unknownField: ObjectRule = {
  code: 'unknown-field',
  run: (analysis) =>
    straysOf(analysis)
      .filter((s) => s.belongs === null || s.meant !== null)
      .map(({ object, kind, field, place, meant, at }) => ({
        object,
        params: { kind, field, place, ...(meant === null ? {} : { variant: 'near', meant }) },
        severity: 'warning',
        evidence: [at],
      })),
};
