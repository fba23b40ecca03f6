export {
  applyEdits,
  type EditOp,
  type EditReason,
  type EditResult,
  editDocument,
  insertEntry,
  insertItem,
  invertEdits,
  removeEntry,
  renameKey,
  type ScalarInput,
  setScalar,
  sortEdits,
  type Where,
} from './edit/index.ts';
export { readHead } from './head.ts';
export { createLocator, type LineCol, type Locator } from './locate.ts';
export { READ_LIMITS, type Reading, type ReadLimits, readValue } from './read.ts';
export { isYaml11Bool } from './scalar.ts';
export { splitDocuments } from './split.ts';
export type * from './types.ts';
