export { decodeState, encodeState, SHARE_LIMITS } from './codec.ts';
export { type ProjectInput, type Projection, projectChain } from './project.ts';
export type * from './types.ts';
