import fc from 'fast-check';
import type { ChangedFile } from '../../src/engine/export/index.ts';
import { hunksFromEdits } from '../../src/engine/export/index.ts';
import type { TextEdit } from '../../src/engine/yaml/index.ts';

const line = fc.constantFrom('a: 1', 'b: 2', '', '  - c', 'é 日本', '-- x', '++ y', '\\ z', '@@ -1 +1 @@', '\t', 'end\r');
/** Texts of few distinct lines, so that lines repeat; with and without a line break at the end. */
export const textOf = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.boolean())
  .map(([lines, closed]) => lines.join('\n') + (closed && lines.length > 0 ? '\n' : ''));
/** Where to cut and what to put there; `changeOf` fits the numbers to a text. */
export const editsOf = fc.array(
  fc.record({ skip: fc.nat(12), cut: fc.nat(12), text: fc.oneof(fc.constant(''), fc.constant('\n'), fc.constant('q'), textOf) }),
  { maxLength: 5 },
);

export function changeOf(before: string, picks: { skip: number; cut: number; text: string }[]): { edits: TextEdit[]; after: string } {
  const edits: TextEdit[] = [];
  let at = 0;
  for (const { skip, cut, text } of picks) {
    const start = Math.min(before.length, at + skip);
    const end = Math.min(before.length, start + cut);
    edits.push({ start, end, text });
    at = end;
  }
  return { edits, after: apply(before, edits) };
}

/** From the last edit to the first, so that offsets stay true. */
function apply(before: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), before);
}

export function replaceIn(text: string, old: string, next: string): TextEdit {
  const start = text.indexOf(old);
  return { start, end: start + old.length, text: next };
}

export function fileChange(path: string, before: string, ...edits: TextEdit[]): ChangedFile {
  return { path, before, after: apply(before, edits), hunks: hunksFromEdits(before, edits) };
}
