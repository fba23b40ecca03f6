export {
  type DiscoveryRole,
  type GeneratedRule,
  generateScrapeConfig,
  type RuleOrigin,
  type ScrapeJob,
  scrapeConfigYaml,
} from './config/index.ts';
export { indexesOf } from './indexes.ts';
export { allHold } from './match.ts';
export { declaredPorts, podPortOf } from './podPorts.ts';
export { withRe2 } from './regex/index.ts';
export { comparePods, compareService, discoveryRole, inNamespaces, resolveMonitor } from './resolve.ts';
export { SELECTORS } from './select.ts';
export type * from './types.ts';
