export { loadParts, withParts } from '../lazy/index.ts';
export {
  type DiscoveryRole,
  generateJob,
  generateScrapeConfig,
  type RuleOrigin,
  type ScrapeJob,
  scrapeConfigYaml,
} from './config/index.ts';
export { indexesOf } from './indexes.ts';
export { ownVerdict, refusedFields } from './judged.ts';
export { allHold } from './match.ts';
export { NOBODY, worldOf } from './operator.ts';
export { isPlain } from './plain.ts';
export { declaredPorts, podPortOf } from './podPorts.ts';
export { matchRegex } from './regex/index.ts';
export { comparePods, compareService, discoveryRole, inNamespaces, resolveMonitor } from './resolve.ts';
export { SELECTORS, selectedBy, selectObject, takenUpBy } from './select.ts';
export type { JobTargets, TargetStory } from './simulate/index.ts';
export { parseSelector } from './simulate/selectorText.ts';
export { settingsOf, simulate } from './simulated.ts';
export { targetLabels } from './targetLabels.ts';
export type * from './types.ts';
export type { Verdict } from './verdict.ts';
