export { type Address, parseAddress } from './cidr.ts';
export { rbacOnlyUsedBy } from './leftover.ts';
export { discoveryNeeds } from './needs.ts';
export { connectionVerdict, externalVerdict, type OutsideAddress } from './network.ts';
export { passRights, type ScrapeRequest } from './pass.ts';
export { policiesSelecting, policyNames } from './policies.ts';
export { accountOf, discoveryRights, type Need, proxyRights, scrapeRights } from './rights.ts';
export type * from './types.ts';
export { unevaluatedPolicies } from './unevaluated.ts';
