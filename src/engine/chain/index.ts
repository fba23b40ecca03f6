export * from './codes.ts';
export type * from './types.ts';
