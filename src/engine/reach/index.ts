export { type OwnRbac, rbacOnlyUsedBy } from './leftover.ts';
export { connectionVerdict, externalVerdict, type OutsideAddress } from './network.ts';
export { policiesSelecting, policyNames } from './policies.ts';
export type { Account } from './rbac.ts';
export { accountOf, discoveryRights, type Need, proxyRights, scrapeRights } from './rights.ts';
export type * from './types.ts';
