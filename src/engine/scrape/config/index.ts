export { generateJob, generateScrapeConfig } from './generate.ts';
export { type DiscoveryRole, roleOf } from './role.ts';
export { scrapeConfigYaml } from './text.ts';
export type * from './types.ts';
export { operatorOf, placeholder } from './world.ts';
