import { refusedFields } from '../../scrape/index.ts';
import { type Check, hit } from '../check.ts';

/** A field has a type or a value that the CRD of the followed operator refuses, so the API server does not take the object. */
export const invalidFieldType: Check = {
  kind: 'reason',
  code: 'invalid-field-type',
  link: 'endpoint-port',
  run: ({ cluster, resolution: { endpoint, monitor } }) => {
    if (!endpoint) return [];
    const types = endpoint.invalid.map((problem) =>
      hit({ field: problem.field, expected: problem.expected, got: JSON.stringify(problem.got) }, problem.at),
    );
    // A value of the wrong type is refused for that already.
    const known = new Set(endpoint.invalid.map((problem) => problem.field));
    const values = refusedFields(cluster, monitor)
      .filter(({ field }) => !known.has(field))
      .map(({ code, params, field, at }) => hit({ ...params, field, rejection: code, variant: 'value' }, at));
    return [...types, ...values];
  },
};
