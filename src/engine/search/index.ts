export { parseQuery } from './query.ts';
export { search } from './search.ts';
export type * from './types.ts';
