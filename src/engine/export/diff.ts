import { removalHunks } from './hunks.ts';
import { linesOf } from './lines.ts';
import { safePath } from './paths.ts';
import type { ChangedFile, DiffLine, Hunk } from './types.ts';

/** All changes as one patch that `git apply` and `patch -p1` take. An empty `before` is a new file, an `after` of null a removal. */
export function unifiedDiff(changes: readonly ChangedFile[]): string {
  return changes.map(fileDiff).join('');
}

/** The same change the other way. */
export function reversed({ path, before, after, hunks }: ChangedFile): ChangedFile {
  const KIND = { same: 'same', removed: 'added', added: 'removed' } as const;
  return {
    path,
    before: after ?? '',
    after: before === '' ? null : before,
    hunks: hunks.map((h) => ({
      beforeStart: h.afterStart,
      beforeLines: h.afterLines,
      afterStart: h.beforeStart,
      afterLines: h.beforeLines,
      // In a diff what goes stands before what comes.
      lines: removedFirst(h.lines.map((l) => ({ ...l, kind: KIND[l.kind], before: l.after, after: l.before }))),
    })),
  };
}

function removedFirst(lines: readonly DiffLine[]): DiffLine[] {
  const out: DiffLine[] = [];
  let added: DiffLine[] = [];
  for (const line of lines) {
    if (line.kind === 'added') added.push(line);
    else if (line.kind === 'removed') out.push(line);
    else {
      out.push(...added, line);
      added = [];
    }
  }
  return [...out, ...added];
}

function fileDiff(change: ChangedFile): string {
  const hunks = change.after === null ? removalHunks(change.before) : change.hunks;
  const isNew = change.before === '' && change.after !== null;
  if (hunks.length === 0 && change.after !== null) return '';
  const path = safePath(change.path);
  const head = [`diff --git ${quoted(`a/${path}`)} ${quoted(`b/${path}`)}`];
  if (change.after === null) head.push('deleted file mode 100644');
  if (isNew) head.push('new file mode 100644');
  // Git writes no `---` and `+++` for a removed file that was empty.
  if (hunks.length > 0) {
    head.push(`--- ${isNew ? '/dev/null' : named(`a/${path}`)}`);
    head.push(`+++ ${change.after === null ? '/dev/null' : named(`b/${path}`)}`);
  }
  const ends = { before: openEnd(change.before), after: openEnd(change.after ?? '') };
  return `${head.join('\n')}\n${hunks.map((hunk) => hunkText(hunk, ends)).join('')}`;
}

/** The number of the last line where it has no line break, 0 where all lines have one. */
function openEnd(text: string): number {
  return text === '' || text.endsWith('\n') ? 0 : linesOf(text).length;
}

const SIGN = { same: ' ', removed: '-', added: '+' } as const;

function hunkText(hunk: Hunk, ends: { before: number; after: number }): string {
  const isOpen = (line: DiffLine): boolean => (line.kind === 'added' ? line.after === ends.after : line.before === ends.before);
  const lines = hunk.lines.map((line) => `${SIGN[line.kind]}${line.text}\n${isOpen(line) ? '\\ No newline at end of file\n' : ''}`);
  return `@@ -${range(hunk.beforeStart, hunk.beforeLines)} +${range(hunk.afterStart, hunk.afterLines)} @@\n${lines.join('')}`;
}

function range(start: number, count: number): string {
  return count === 1 ? `${start}` : `${start},${count}`;
}

/** Git ends a name that has a blank with a tab, so that `patch` does not take the rest for a date. */
function named(path: string): string {
  const text = quoted(path);
  return text === path && path.includes(' ') ? `${path}\t` : text;
}

/** C-style quotes where a name needs them (git diff, "quoted pathnames"); control characters are gone already. */
function quoted(path: string): string {
  return /["\\]/.test(path) ? `"${path.replace(/["\\]/g, '\\$&')}"` : path;
}
