import type { Json, JsonMap } from '../types.ts';
import { PlainMap } from '../value.ts';
import { readBlockScalar } from './block.ts';
import { Cursor, DASH, GIVE_UP, giveUp, isBreak, SPACE } from './cursor.ts';
import { readFlow } from './flow.ts';
import { readKey, readPlain } from './plain.ts';
import { readQuoted } from './quoted.ts';

/**
 * Reads a document in plain block style in one pass, values only. `undefined` for everything unusual (anchors, tags,
 * directives, merge keys, tabs, complex or equal keys, odd indentation, …): then the `yaml` package decides.
 * What it answers is what the package answers, proved document by document in the tests.
 */
export function readFast(text: string, depth: number): Json | undefined {
  try {
    if (text.includes('\r') && /\r(?!\n)/.test(text)) return undefined;
    const c = new Cursor(text, depth);
    c.line();
    if (c.indent !== 0) return undefined;
    const value = readNode(c, 1, -1);
    return c.pos >= text.length ? value : undefined;
  } catch (e) {
    if (e === GIVE_UP) return undefined;
    throw e;
  }
}

function isItem(c: Cursor): boolean {
  if (c.text.charCodeAt(c.pos) !== DASH) return false;
  const next = c.text.charCodeAt(c.pos + 1);
  return next === SPACE || isBreak(next);
}

/** The value that begins at the cursor, the first content of its line. */
function readNode(c: Cursor, depth: number, parent: number): Json {
  if (depth > c.depth || c.indent <= parent) giveUp();
  if (isItem(c)) return readList(c, c.indent, depth);
  const key = readKey(c);
  if (key !== null) return readMap(c, c.indent, depth, key);
  const isFlow = c.text.charCodeAt(c.pos) === 91 || c.text.charCodeAt(c.pos) === 123;
  return parent >= 0 || isFlow ? readInline(c, parent, depth - 1) : giveUp();
}

/** A map whose keys stand in column `indent`; its first key is read already. */
function readMap(c: Cursor, indent: number, depth: number, firstKey: string): JsonMap {
  if (depth > c.depth) giveUp();
  const map = new PlainMap();
  for (let key: string = firstKey; ; ) {
    if (map[key] !== undefined) giveUp();
    map[key] = readEntryValue(c, indent, depth);
    if (c.indent < indent) return map;
    if (c.indent > indent || isItem(c)) giveUp();
    key = readKey(c) ?? giveUp();
  }
}

function readEntryValue(c: Cursor, indent: number, depth: number): Json {
  if (!c.atLineEnd()) return readInline(c, indent, depth);
  c.endLine();
  if (c.indent > indent) return readNode(c, depth + 1, indent);
  return c.indent === indent && isItem(c) ? readList(c, indent, depth + 1) : null;
}

/** A list whose dashes stand in column `indent`; the cursor is on the first. */
function readList(c: Cursor, indent: number, depth: number): Json[] {
  if (depth > c.depth) giveUp();
  const list: Json[] = [];
  do {
    c.pos++;
    list.push(readListItem(c, indent, depth));
    if (c.indent > indent) giveUp();
  } while (c.indent === indent && isItem(c));
  return list;
}

function readListItem(c: Cursor, indent: number, depth: number): Json {
  if (c.atLineEnd()) {
    c.endLine();
    return c.indent > indent ? readNode(c, depth + 1, indent) : null;
  }
  const column = c.pos - c.start;
  if (isItem(c)) return readList(c, column, depth + 1);
  const key = readKey(c);
  return key === null ? readInline(c, indent, depth) : readMap(c, column, depth + 1, key);
}

/** A value that begins on the line of its key or dash; `indent` is the column of that. */
function readInline(c: Cursor, indent: number, depth: number): Json {
  switch (c.text.charCodeAt(c.pos)) {
    case 34:
    case 39: {
      const value = readQuoted(c, indent);
      c.endLine();
      return value;
    }
    case 91:
    case 123: {
      const value = readFlow(c, depth + 1, indent);
      c.endLine();
      return value;
    }
    case 124:
    case 62:
      return readBlockScalar(c, indent);
    default:
      return readPlain(c, indent);
  }
}
