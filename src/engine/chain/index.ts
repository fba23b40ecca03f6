export * from './codes.ts';
export { type Joined, type JoinedTarget, joinChain } from './join.ts';
export { buildLinks, LINKS } from './links/index.ts';
export { objectsOf, type Role, rolesOf } from './roles.ts';
export type * from './types.ts';
