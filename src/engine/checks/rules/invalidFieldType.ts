import { type Check, hit } from '../check.ts';

/** A field of the endpoint has a type that the CRD refuses, so the API server does not take the object. */
export const invalidFieldType: Check = {
  kind: 'reason',
  code: 'invalid-field-type',
  link: 'endpoint-port',
  run: ({ resolution: { endpoint } }) =>
    (endpoint?.invalid ?? []).map((problem) =>
      hit({ field: problem.field, expected: problem.expected, got: JSON.stringify(problem.got) }, problem.at),
    ),
};
