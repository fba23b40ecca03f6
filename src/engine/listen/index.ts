export { bindOf, parseAddress } from './address.ts';
export { conflictsOf } from './conflicts.ts';
export { hostConflicts } from './hostConflicts.ts';
export { describe, invocationOf, listenersAt, listenersOf } from './listeners.ts';
export { ownerOf } from './owner.ts';
export { programs } from './programs/index.ts';
export type * from './types.ts';
export { hopsBehind, upstreamOf } from './upstream.ts';
