export { diagnose } from './diagnose.ts';
export { MEANINGS } from './meanings.ts';
export { SPEAKERS } from './patterns/index.ts';
export type * from './types.ts';
