export { REJECTION_CODES, SCHEMA_CODES } from './codes.ts';
export { contentsOf } from './contents.ts';
export { validatePrometheus } from './prometheus.ts';
export { schemaProblems } from './schema/index.ts';
export type * from './types.ts';
export { validate } from './validate.ts';
