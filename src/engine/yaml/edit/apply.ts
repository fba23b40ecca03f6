import type { TextEdit } from '../types.ts';

/** Ascending; insertions before what is deleted at the same place. Stable, so equal places keep their order. */
export function sortEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** True when the edits are sorted, within the text, and touch at most at their ends. */
export function areDisjoint(edits: readonly TextEdit[], length: number): boolean {
  let at = 0;
  for (const e of edits) {
    if (e.start < at || e.end < e.start || e.end > length) return false;
    at = e.end;
  }
  return true;
}

/** The text with all edits made. Throws a RangeError on edits that are unsorted, overlap or leave the text: a caller's mistake. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  if (!areDisjoint(edits, text.length)) throw new RangeError('edits must be sorted, disjoint and within the text');
  let out = '';
  let at = 0;
  for (const e of edits) {
    out += text.slice(at, e.start) + e.text;
    at = e.end;
  }
  return out + text.slice(at);
}

/** The edits that turn `applyEdits(text, edits)` back into `text`, byte for byte. */
export function invertEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map((e) => {
    const start = e.start + shift;
    shift += e.text.length - (e.end - e.start);
    return { start, end: start + e.text.length, text: text.slice(e.start, e.end) };
  });
}
