import { type Found, keyText } from '../locate.ts';
import type { MapNode, SeqNode, TreeNode } from '../tree.ts';
import type { Json, Path, TextEdit } from '../types.ts';
import { type EditContext, inFlow, Refusal, resolve } from './context.ts';
import { columnOf, endOfLines, isInline, lineBreak, lineStart, withComments } from './lines.ts';
import { printEntry, printFlow, printItem, printJson, printKey } from './print.ts';
import { childrenOf } from './remove.ts';
import { printScalar } from './scalar.ts';
import { checkKey } from './set.ts';
import type { Where } from './types.ts';

/** Writes what is inserted: as lines from a column on, or on one line for flow style. */
interface Printer {
  block(column: number): string[];
  flow(): string;
  /** JSON over several lines, `indent` before each but the first. */
  json(indent: string): string;
}

export function insertEntryEdits(c: EditContext, path: Path, key: string, value: Json, where?: Where): TextEdit[] {
  const found = resolve(c, path);
  const { node } = found;
  checkKey(printKey(key, c.style, true), path);
  const entries = node.type === 'map' ? node.entries : [];
  if (entries.some((e) => keyText(e.key, c.root) === key)) throw new Refusal('key-exists', path);
  let index = entries.length;
  if (where) {
    const beside = 'before' in where ? where.before : where.after;
    const at = entries.findLastIndex((e) => keyText(e.key, c.root) === beside);
    if (at === -1) throw new Refusal('not-found', [...path, beside]);
    index = 'before' in where ? at : at + 1;
  }
  const space = jsonSpace(c, node);
  return insertInto(c, found, 'map', index, path, {
    block: (column) => printEntry(key, value, column, c.style),
    flow: () => `${printKey(key, c.style, true)}:${space}${printFlow(value, c.style)}`,
    json: (indent) => `${printKey(key, c.style, true)}:${space}${printJson(value, indent, ' '.repeat(c.style.step), c.style.eol)}`,
  });
}

export function insertItemEdits(c: EditContext, path: Path, index: number, value: Json): TextEdit[] {
  const found = resolve(c, path);
  const { node } = found;
  const length = node.type === 'seq' ? node.items.length : 0;
  if (!Number.isInteger(index) || index < 0 || index > length) throw new Refusal('not-found', [...path, index]);
  const quoted = typeof value === 'string' && !c.style.json ? quotedAlike(node, value) : null;
  return insertInto(c, found, 'seq', index, path, {
    block: (column) => (quoted === null ? printItem(value, column, c.style) : [`- ${quoted}`]),
    flow: () => quoted ?? printFlow(value, c.style),
    json: (indent) => printJson(value, indent, ' '.repeat(c.style.step), c.style.eol),
  });
}

/** A text among texts that are all quoted the same way is quoted so too; null where they are not. */
function quotedAlike(node: TreeNode, value: string): string | null {
  const items = node.type === 'seq' ? node.items.map((item) => item.value) : [];
  const [first] = items;
  if (first?.type !== 'scalar' || (first.style !== 'double' && first.style !== 'single')) return null;
  const keep = first.style;
  const alike = items.every((item) => item.type === 'scalar' && item.style === keep);
  return alike ? printScalar(value, { flow: true, json: false, quote: keep, keep }) : null;
}

function insertInto(c: EditContext, found: Found, type: 'map' | 'seq', index: number, path: Path, print: Printer): TextEdit[] {
  const { node } = found;
  const empty = node.type === 'scalar' && node.style === 'plain' && /^(?:~|null|Null|NULL)?$/.test(node.text);
  if (!empty && node.type !== type) throw new Refusal(type === 'map' ? 'not-a-map' : 'not-a-list', path);
  if (node.tag !== null || node.anchor !== null) throw new Refusal('tagged', path);
  if (node.type === 'map' || node.type === 'seq') {
    if (childrenOf(node).length > 0) return [node.flow ? besideFlow(c, node, index, print) : besideLines(c, node, index, print)];
  }
  return openEmpty(c, found, type, print);
}

/** New lines before the child at `index`, above the comments that belong to it, or after the last one. */
function besideLines(c: EditContext, node: MapNode | SeqNode, index: number, print: Printer): TextEdit {
  const text = c.text;
  const children = childrenOf(node);
  const column = columnOf(text, (children[0] as { start: number }).start);
  const lines = print.block(column);
  const next = children[index];
  const before = children[index - 1];
  if (next && isInline(text, next.start)) return insertion(next.start, `${lines.join(c.style.eol)}${c.style.eol}${' '.repeat(column)}`);
  const body = ' '.repeat(column) + lines.join(c.style.eol);
  if (before) return newLines(c, endOfLines(text, before.value), body);
  return newLines(c, withComments(text, lineStart(text, (next as { start: number }).start), column), body);
}

/** Whole lines at the start of a line, or at the end of a text that lacks its last line break. */
function newLines(c: EditContext, at: number, body: string): TextEdit {
  const cutOff = at === c.text.length && at > 0 && c.text[at - 1] !== '\n';
  return insertion(at, cutOff ? c.style.eol + body : body + c.style.eol);
}

function insertion(at: number, text: string): TextEdit {
  return { start: at, end: at, text };
}

function besideFlow(c: EditContext, node: MapNode | SeqNode, index: number, print: Printer): TextEdit {
  const children = childrenOf(node);
  const first = children[0] as { start: number; end: number };
  const gap = c.text.slice(node.start + 1, first.start);
  const ownLines = gap.includes('\n');
  const indent = ' '.repeat(columnOf(c.text, first.start));
  const comma = ownLines ? `,${c.style.eol}${leading(c.text, first.start)}` : isTight(c, children) ? ',' : ', ';
  const printed = ownLines && c.style.json ? print.json(leading(c.text, first.start) || indent) : print.flow();
  const before = children[index - 1];
  return before ? insertion(before.end, comma + printed) : insertion(first.start, printed + comma);
}

/** The blanks a line begins with. */
function leading(text: string, at: number): string {
  return /^[ \t]*/.exec(text.slice(lineStart(text, at), at))?.[0] ?? '';
}

/** JSON without blanks behind its commas. */
function isTight(c: EditContext, children: { start: number; end: number }[]): boolean {
  const [a, b] = children;
  return c.style.json && (a && b ? b.start - a.end === 1 : jsonSpace(c, c.root) === '');
}

function jsonSpace(c: EditContext, near: TreeNode): '' | ' ' {
  const map = near.type === 'map' && near.entries.length > 0 ? near : c.root.type === 'map' ? c.root : null;
  const entry = map?.entries[0];
  return c.style.json && entry && c.text[entry.colon + 1] !== ' ' && entry.value.start === entry.colon + 1 ? '' : ' ';
}

/** Fills `{}`, `[]`, `null` or nothing at all. In block style the new lines go below, as an author would write them. */
function openEmpty(c: EditContext, found: Found, type: 'map' | 'seq', print: Printer): TextEdit[] {
  const { node, parent, entry, index } = found;
  const text = c.text;
  const [open, close] = type === 'map' ? ['{', '}'] : ['[', ']'];
  if (!parent || inFlow(found)) {
    const own = c.style.json && text.includes('\n') ? leading(text, node.start) : null;
    const inner = `${own ?? ''}${' '.repeat(c.style.step)}`;
    const body = own === null ? print.flow() : `${c.style.eol}${inner}${print.json(inner)}${c.style.eol}${own}`;
    const space = node.start === node.end ? ' ' : '';
    return [{ start: node.start, end: node.end, text: `${space}${open}${body}${close}` }];
  }
  if (parent.type === 'seq') {
    const mark = parent.items[index]?.mark ?? node.start;
    const column = columnOf(text, mark) + 2;
    const [head, ...rest] = print.block(column);
    return below(c, { start: mark + 1, end: Math.max(node.end, mark + 1), text: ` ${head}` }, rest);
  }
  const holder = columnOf(text, entry?.key.lead ?? 0);
  const column = holder + (type === 'map' ? c.style.step : c.style.dash);
  const [head, ...rest] = print.block(column);
  const colon = entry?.colon ?? -1;
  return below(c, { start: colon + 1, end: Math.max(node.end, colon + 1), text: '' }, [' '.repeat(column) + head, ...rest]);
}

/** One replacement in a line and new lines under it; a comment at the end of that line stays there. */
function below(c: EditContext, edit: TextEdit, lines: string[]): TextEdit[] {
  if (lines.length === 0) return [edit];
  const at = lineBreak(c.text, edit.end);
  return [edit, insertion(at, c.style.eol + lines.join(c.style.eol))];
}
