export { generateJob, generateScrapeConfig } from './generate.ts';
export { scrapeConfigYaml } from './text.ts';
export type * from './types.ts';
export { NEWEST_RELEASE, newestOperator, operatorOf } from './world.ts';
