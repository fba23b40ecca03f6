import { resolvePlain } from '../scalar.ts';
import type { Json, JsonMap } from '../types.ts';
import { PlainMap } from '../value.ts';
import { COLON, CR, type Cursor, DASH, giveUp, HASH, isBreak, LF, SPACE } from './cursor.ts';
import { startsPlain } from './plain.ts';
import { readQuoted } from './quoted.ts';

const COMMA = 44;

/** `[…]` or `{…}`; lines after the first are indented deeper than `parent`. The cursor ends behind the bracket. */
export function readFlow(c: Cursor, depth: number, parent: number): Json {
  if (depth > c.depth) giveUp();
  return c.text.charCodeAt(c.pos) === 91 ? readList(c, depth, parent) : readMap(c, depth, parent);
}

function readList(c: Cursor, depth: number, parent: number): Json[] {
  const list: Json[] = [];
  c.pos++;
  if (skip(c, parent) === 93) {
    c.pos++;
    return list;
  }
  for (;;) {
    list.push(readItem(c, depth, parent));
    if (next(c, 93, parent)) return list;
  }
}

function readMap(c: Cursor, depth: number, parent: number): JsonMap {
  const map = new PlainMap();
  c.pos++;
  if (skip(c, parent) === 125) {
    c.pos++;
    return map;
  }
  for (;;) {
    const quoted = isQuote(c);
    const key = quoted ? oneLine(c) : plain(c);
    if (c.text.charCodeAt(c.pos) !== COLON || typeof key !== 'string' || (key === '<<' && !quoted)) giveUp();
    c.pos++;
    if (!quoted && c.text.charCodeAt(c.pos) !== SPACE) giveUp();
    skip(c, parent);
    if (map[key] !== undefined) giveUp();
    map[key] = readItem(c, depth, parent);
    if (next(c, 125, parent)) return map;
  }
}

function readItem(c: Cursor, depth: number, parent: number): Json {
  const ch = c.text.charCodeAt(c.pos);
  if (ch === 91 || ch === 123) return readFlow(c, depth + 1, parent);
  return isQuote(c) ? oneLine(c) : plain(c);
}

/** Past a comma, false; past the closing bracket, true. */
function next(c: Cursor, close: number, parent: number): boolean {
  const ch = skip(c, parent);
  c.pos++;
  if (ch === close) return true;
  if (ch !== COMMA) giveUp();
  skip(c, parent);
  return false;
}

/** Past blanks and line breaks; a line with content must be indented deeper than the collection's parent. */
function skip(c: Cursor, parent: number): number {
  const text = c.text;
  let start = -1;
  for (let at = c.pos; ; at++) {
    const ch = text.charCodeAt(at);
    if (ch === SPACE || (ch === CR && text.charCodeAt(at + 1) === LF)) continue;
    if (ch !== LF) {
      if (start !== -1 && (at - start <= parent || (at === start && (ch === DASH || ch === 46)))) giveUp();
      c.pos = at;
      return ch;
    }
    start = at + 1;
  }
}

function isQuote(c: Cursor): boolean {
  const ch = c.text.charCodeAt(c.pos);
  return ch === 34 || ch === 39;
}

function oneLine(c: Cursor): string {
  const start = c.pos;
  const value = readQuoted(c, 0);
  if (c.text.slice(start, c.pos).includes('\n')) giveUp();
  return value;
}

/** Ends at a comma, a bracket, a line break or a colon followed by a blank. */
function plain(c: Cursor): Json {
  const text = c.text;
  const start = c.pos;
  if (!startsPlain(text, start) || text.charCodeAt(start) === COLON || /^-[,[\]{}]/.test(text.slice(start, start + 2))) giveUp();
  let at = start;
  for (; ; at++) {
    const ch = text.charCodeAt(at);
    if (ch === COMMA || ch === 93 || ch === 125) break;
    if (ch === COLON) {
      const after = text.charCodeAt(at + 1);
      if (after === SPACE) break;
      if (isBreak(after) || after === COMMA || after === 93 || after === 125 || after === 91 || after === 123) giveUp();
    } else if (isBreak(ch)) break;
    else if (ch === 9 || ch === 91 || ch === 123 || (ch === HASH && text.charCodeAt(at - 1) === SPACE)) giveUp();
  }
  let end = at;
  while (text.charCodeAt(end - 1) === SPACE) end--;
  // `a : b` is a key for some and not for others.
  if (text.charCodeAt(at) === COLON && end !== at) giveUp();
  c.pos = at;
  const value = text.slice(start, end);
  if (c.dots && (value.includes('..') || value.includes('…'))) giveUp();
  return resolvePlain(value);
}
