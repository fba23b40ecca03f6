export { indexesOf } from './indexes.ts';
export { allHold, isPlain } from './match.ts';
export { declaredPorts, podPortOf } from './podPorts.ts';
export { matchRegex, withRe2 } from './regex/index.ts';
export { comparePods, compareService, discoveryRole, inNamespaces, resolveMonitor } from './resolve.ts';
export { selectObject } from './select.ts';
export { targetLabels } from './targetLabels.ts';
export type * from './types.ts';
