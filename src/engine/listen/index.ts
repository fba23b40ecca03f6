export { bindOf, parseAddress } from './address.ts';
export { conflictsOf } from './conflicts.ts';
export { ASKS_BY_PATH, asksToken, kubeletGuard, refusesPath } from './guard.ts';
export { hostConflicts, onSameNode } from './hostConflicts.ts';
export { describe, invocationOf, listenersAt, listenersOf } from './listeners.ts';
export { exportersOfOwnFlags } from './programs/exporters.ts';
export { programs } from './programs/index.ts';
export type * from './types.ts';
export { hopsBehind, upstreamOf } from './upstream.ts';
