import { resolvePlain } from '../scalar.ts';
import type { Json } from '../types.ts';
import { COLON, CR, type Cursor, giveUp, HASH, isBreak, LF, SPACE, TAB } from './cursor.ts';

/** Characters a plain scalar may begin with without a second look: letters, digits and what paths and numbers begin with. */
const STARTS = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_/.$(+~^<=;\\') STARTS[c.charCodeAt(0)] = 1;

export function startsPlain(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  if (c === 45 || c === COLON)
    return text.charCodeAt(at + 1) !== SPACE && text.charCodeAt(at + 1) !== TAB && !isBreak(text.charCodeAt(at + 1));
  if (c < 128) return STARTS[c] === 1;
  return c !== 0xfeff && c !== 0xa0 && c !== 0x2028 && c !== 0x2029 && c !== 0x85;
}

/**
 * The key at the cursor, which then stands behind its colon; null (and the cursor where it was) when this line
 * opens no map entry.
 */
export function readKey(c: Cursor): string | null {
  const text = c.text;
  const start = c.pos;
  const first = text.charCodeAt(start);
  if (first === 34 || first === 39) return quotedKey(c, first);
  if (!startsPlain(text, start)) return null;
  const end = lineEnd(c, start);
  if (c.tabs.next(start) < end && c.tabs.next(start) <= c.colons.next(start)) giveUp();
  const at = c.colons.next(start);
  if (at >= end || c.hashes.next(start) < at) return null;
  const key = text.slice(start, at);
  const last = text.charCodeAt(at - 1);
  if (text.charCodeAt(at + 1) === TAB || last === SPACE || at - start > 1000) giveUp();
  if ((c.dots && key.includes('..')) || key === '<<' || typeof resolvePlain(key) !== 'string') giveUp();
  c.pos = at + 1;
  return key;
}

/** End of the line of `from`, its break left out. */
function lineEnd(c: Cursor, from: number): number {
  const end = c.breaks.next(from);
  return end > from && end < c.text.length && c.text.charCodeAt(end - 1) === CR ? end - 1 : end;
}

/** Quoted, on one line, without escapes. */
function quotedKey(c: Cursor, quote: number): string | null {
  const text = c.text;
  for (let at = c.pos + 1; ; at++) {
    const ch = text.charCodeAt(at);
    if (isBreak(ch)) return null;
    if (ch === quote) {
      if (text.charCodeAt(at + 1) !== COLON) return quote === 39 && text.charCodeAt(at + 1) === 39 ? skipKey(c, at) : null;
      const next = text.charCodeAt(at + 2);
      if ((next !== SPACE && !isBreak(next)) || at - c.pos > 1000) giveUp();
      const key = text.slice(c.pos + 1, at);
      c.pos = at + 2;
      return key;
    }
    if (ch === 92 && quote === 34) return skipKey(c, at);
  }
}

/** A quoted text with escapes: fine as a value, too rare as a key. */
function skipKey(c: Cursor, from: number): null {
  const end = c.text.indexOf('\n', from);
  if (/["'] *:(?:[ \r]|$)/.test(c.text.slice(from, end === -1 ? c.text.length : end))) giveUp();
  return null;
}

/** A plain scalar and its continuation lines, which are indented deeper than `parent`. The cursor ends on the next content line. */
export function readPlain(c: Cursor, parent: number): Json {
  if (!startsPlain(c.text, c.pos)) giveUp();
  let value = segment(c);
  for (let open = true; open; ) {
    const text = c.text;
    let at = c.pos;
    if (text.charCodeAt(at) === CR) at++;
    if (text.charCodeAt(at) !== LF) break;
    let breaks = 0;
    let start = at + 1;
    let ch: number;
    for (at = start; ; at++) {
      ch = text.charCodeAt(at);
      if (ch === LF) {
        breaks++;
        start = at + 1;
      } else if (ch === TAB) giveUp();
      else if (ch !== SPACE && !(ch === CR && text.charCodeAt(at + 1) === LF)) break;
    }
    if (Number.isNaN(ch) || at - start <= parent || ch === HASH) break;
    c.pos = at;
    value += (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + segment(c);
    open = text.charCodeAt(c.pos) !== SPACE;
  }
  if (c.dots && (value.includes('...') || value.includes('…'))) giveUp();
  c.endLine();
  return resolvePlain(value);
}

/** One line of a plain scalar. The cursor stops at the line break, or at the blanks before a comment. */
function segment(c: Cursor): string {
  const text = c.text;
  const start = c.pos;
  const stop = lineEnd(c, start);
  const hash = c.hashes.next(start);
  let end = Math.min(stop, hash);
  if (c.tabs.next(start) < end || c.colons.next(start) < end) giveUp();
  while (end > start && text.charCodeAt(end - 1) === SPACE) end--;
  c.pos = hash < stop ? end : stop;
  return text.slice(start, end);
}
