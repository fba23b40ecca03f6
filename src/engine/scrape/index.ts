export {
  type DiscoveryRole,
  type GeneratedRule,
  generateJob,
  generateScrapeConfig,
  type RuleOrigin,
  type ScrapeJob,
  scrapeConfigYaml,
} from './config/index.ts';
export { indexesOf } from './indexes.ts';
export { allHold } from './match.ts';
export { NOBODY, worldOf } from './operator.ts';
export { declaredPorts, podPortOf } from './podPorts.ts';
export { withRe2 } from './regex/index.ts';
export { comparePods, compareService, discoveryRole, inNamespaces, resolveMonitor } from './resolve.ts';
export { SELECTORS, selectedBy } from './select.ts';
export { type JobTargets, simulate, type TargetStory } from './simulate/index.ts';
export type * from './types.ts';
