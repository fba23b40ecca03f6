export { judge } from './judge.ts';
export { CHECKS } from './rules/index.ts';
export * from './types.ts';
