import type { TextEdit } from '../yaml/index.ts';
import { chomp, linesOf } from './lines.ts';
import type { DiffLine, Hunk } from './types.ts';

/** A run of whole lines that edits replace; `first` is 0-based. */
interface Change {
  first: number;
  removed: string[];
  added: string[];
}

/**
 * Unified hunks of edits that are known, so nothing has to be guessed by a diff algorithm. Edits are sorted and never
 * overlap. Lines that come out as they were, at either end of a change, count as context.
 */
export function hunksFromEdits(before: string, edits: readonly TextEdit[], context = 3): Hunk[] {
  const lines = linesOf(before);
  const changes = groupByLine(before, lines, edits).filter((change) => change.removed.length > 0 || change.added.length > 0);
  return hunksOf(lines, changes, context);
}

/** The one hunk that takes a whole text away. */
export function removalHunks(before: string): Hunk[] {
  const removed = linesOf(before);
  return removed.length === 0 ? [] : hunksOf(removed, [{ first: 0, removed, added: [] }], 0);
}

/** Edits that touch a line in common make one change of whole lines. */
function groupByLine(before: string, lines: readonly string[], edits: readonly TextEdit[]): Change[] {
  const starts = lineStarts(lines);
  const changes: Change[] = [];
  let group: TextEdit[] = [];
  let last = -1;
  const close = (): void => {
    const head = group[0];
    if (head === undefined) return;
    const first = lineAt(starts, head.start);
    const from = starts[first] as number;
    const until = starts[last + 1] ?? before.length;
    changes.push(trim({ first, removed: lines.slice(first, last + 1), added: linesOf(replaced(before, from, until, group)) }));
  };
  for (const edit of edits) {
    if (lineAt(starts, edit.start) > last) {
      close();
      group = [];
    }
    group.push(edit);
    last = lineAt(starts, edit.end);
  }
  close();
  return changes;
}

/** Offsets at which lines start; with a line break at the end there is one more, empty line. */
function lineStarts(lines: readonly string[]): number[] {
  const starts = [0];
  let at = 0;
  for (const line of lines) {
    at += line.length;
    if (line.endsWith('\n')) starts.push(at);
  }
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function replaced(before: string, from: number, until: number, edits: readonly TextEdit[]): string {
  let text = '';
  let at = from;
  for (const edit of edits) {
    text += before.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + before.slice(at, until);
}

function trim({ first, removed, added }: Change): Change {
  let head = 0;
  while (head < removed.length && head < added.length && removed[head] === added[head]) head++;
  let tail = 0;
  const most = Math.min(removed.length, added.length) - head;
  while (tail < most && removed[removed.length - 1 - tail] === added[added.length - 1 - tail]) tail++;
  return { first: first + head, removed: removed.slice(head, removed.length - tail), added: added.slice(head, added.length - tail) };
}

/** Changes whose contexts touch share a hunk. */
function hunksOf(lines: readonly string[], changes: readonly Change[], context: number): Hunk[] {
  const hunks: Hunk[] = [];
  let shift = 0;
  for (let i = 0; i < changes.length; ) {
    const group: Change[] = [];
    let end = -1;
    for (let next = changes[i]; next !== undefined && (end < 0 || next.first - end <= 2 * context); next = changes[++i]) {
      group.push(next);
      end = next.first + next.removed.length;
    }
    const from = Math.max(0, (group[0] as Change).first - context);
    const hunk = hunkOf(lines, group, from, Math.min(lines.length, end + context), shift);
    shift += hunk.afterLines - hunk.beforeLines;
    hunks.push(hunk);
  }
  return hunks;
}

function hunkOf(lines: readonly string[], changes: readonly Change[], from: number, until: number, shift: number): Hunk {
  const out: DiffLine[] = [];
  let before = from + 1;
  let after = from + shift + 1;
  const same = (to: number): void => {
    while (before <= to) out.push({ kind: 'same', text: chomp(lines[before - 1] as string), before: before++, after: after++ });
  };
  for (const change of changes) {
    same(change.first);
    for (const line of change.removed) out.push({ kind: 'removed', text: chomp(line), before: before++, after: null });
    for (const line of change.added) out.push({ kind: 'added', text: chomp(line), before: null, after: after++ });
  }
  same(until);
  const beforeLines = before - from - 1;
  const afterLines = after - from - shift - 1;
  // A side without lines is numbered by the line it would follow (POSIX diff -u).
  return {
    beforeStart: beforeLines === 0 ? from : from + 1,
    beforeLines,
    afterStart: afterLines === 0 ? from + shift : from + shift + 1,
    afterLines,
    lines: out,
  };
}
