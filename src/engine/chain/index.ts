export { type Access, accessOf } from './access.ts';
export * from './codes.ts';
export { type Joined, type JoinedTarget, joinChain } from './join.ts';
export { buildLinks } from './links/index.ts';
export { askedText } from './links/rights.ts';
export { objectsOf, rolesOf } from './roles.ts';
export type * from './types.ts';
