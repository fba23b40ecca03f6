export { textMarks } from './marks.ts';
export { renamePort } from './rename.ts';
export type * from './types.ts';
