export type * from './types.ts';
export { within } from './types.ts';
