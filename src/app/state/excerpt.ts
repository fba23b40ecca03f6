import type { Place } from '../../engine/api.ts';

/** One line of a manifest; `mark` is the part the evidence stands for, empty on the lines around it. */
export interface ExcerptLine {
  number: number;
  before: string;
  mark: string;
  after: string;
}

/** The lines a place stands on and `around` more on each side; a long place is cut after `most` lines. */
export function excerptOf(text: string, place: Pick<Place, 'start' | 'end' | 'line'>, around = 4, most = 12): ExcerptLine[] {
  let from = lineStart(text, place.start);
  let number = place.line;
  for (let i = 0; i < around && from > 0; i++) {
    from = lineStart(text, from - 1);
    number--;
  }
  const out: ExcerptLine[] = [];
  let left = around;
  while (from <= text.length && left >= 0 && out.length < most + 2 * around) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, end).replace(/\r$/, '');
    const a = clamp(place.start - from, line.length);
    const b = clamp(place.end - from, line.length);
    out.push({ number, before: line.slice(0, a), mark: line.slice(a, b), after: line.slice(b) });
    if (place.end <= end) left--;
    if (newline < 0) break;
    from = newline + 1;
    number++;
  }
  return out;
}
const lineStart = (text: string, at: number) => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
const clamp = (n: number, max: number) => Math.max(0, Math.min(n, max));
