export {
  applyEdits,
  type EditOp,
  type EditResult,
  editDocument,
  invertEdits,
  type ScalarInput,
  setScalar,
  sortEdits,
} from './edit/index.ts';
export { readHead } from './head.ts';
export { createLocator, type Locator } from './locate.ts';
export { printYaml } from './print.ts';
export { type Reading, readValue } from './read.ts';
export { isYaml11Bool } from './scalar.ts';
export { splitDocuments } from './split.ts';
export type * from './types.ts';
export { PlainMap } from './value.ts';
