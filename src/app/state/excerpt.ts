import type { Place } from '../../engine/api.ts';

/** One line of a manifest; `mark` is the part the evidence stands for, empty on the lines around it. */
export interface ExcerptLine {
  number: number;
  before: string;
  mark: string;
  after: string;
  /** Written by the server, and not what the evidence is about. */
  noise?: boolean;
}

/**
 * The lines a place stands on and `around` more on each side; a long place is cut after `most` lines. Lines that the server
 * wrote count for nothing: they are given, marked as noise, for whoever shows the excerpt to fold away.
 */
export function excerptOf(text: string, place: Pick<Place, 'start' | 'end' | 'line' | 'noise'>, around = 4, most = 12): ExcerptLine[] {
  const isNoise = noiseAround(text, place);
  let from = lineStart(text, place.start);
  let number = place.line;
  for (let i = 0; i < around && from > 0; ) {
    from = lineStart(text, from - 1);
    number--;
    if (!isNoise(number)) i++;
  }
  const out: ExcerptLine[] = [];
  let left = around;
  let shown = 0;
  while (from <= text.length && left >= 0 && shown < most + 2 * around) {
    const newline = text.indexOf('\n', from);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(from, end).replace(/\r$/, '');
    const a = clamp(place.start - from, line.length);
    const b = clamp(place.end - from, line.length);
    const noise = isNoise(number);
    out.push({ number, before: line.slice(0, a), mark: line.slice(a, b), after: line.slice(b), ...(noise ? { noise } : {}) });
    if (!noise) shown++;
    if (place.end <= end && !noise) left--;
    if (newline < 0) break;
    from = newline + 1;
    number++;
  }
  return out;
}
/** Lines to fold: never those that the evidence itself lies in. */
function noiseAround(text: string, { start, end, line, noise = [] }: Parameters<typeof excerptOf>[1]): (line: number) => boolean {
  const last = line + (text.slice(start, end).match(/\n(?=.)/gs)?.length ?? 0);
  const folded = noise.filter(({ from, to }) => !(from <= line && last <= to));
  return (at) => folded.some(({ from, to }) => from <= at && at <= to);
}
const lineStart = (text: string, at: number) => (at <= 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1);
const clamp = (n: number, max: number) => Math.max(0, Math.min(n, max));
