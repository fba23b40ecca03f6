export { type Access, accessOf } from './access.ts';
export { CALLERS, CLIENT_KINDS, type Client, callsTo, clientsOf, reaches } from './clients/index.ts';
export * from './codes.ts';
export { type Joined, type JoinedTarget, joinChain } from './join.ts';
export { buildLinks } from './links/index.ts';
export { askedText } from './links/rights.ts';
export { type Reference, referencesOf } from './references.ts';
export { objectsOf, PLAIN, rolesOf } from './roles.ts';
export type * from './types.ts';
