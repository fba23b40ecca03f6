export type { Check, Hit } from './check.ts';
export { judge } from './judge.ts';
export { CHECKS } from './rules/index.ts';
export * from './types.ts';
