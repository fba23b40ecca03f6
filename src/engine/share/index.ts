export { decodeState, encodeState, SHARE_LIMITS } from './codec.ts';
export { projectChain } from './project.ts';
export type * from './types.ts';
