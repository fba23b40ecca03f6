import { looksLikeJson } from './json.ts';
import { resolvePlain } from './scalar.ts';
import type { Head } from './types.ts';

/**
 * What the top of a block-style document says, by looking only at lines that start in column 0 and at the lines
 * directly under `metadata`. A key in column 0 can only be a top-level key, so `indexOf` finds it. `null` where in doubt.
 */
export function readHead(text: string): Head {
  const json = looksLikeJson(text);
  const head: Head = { apiVersion: null, kind: null, name: null, namespace: null, items: null, json };
  if (json) return head;
  head.apiVersion = topScalar(text, 'apiVersion');
  // Two documents without `---` between them have two kinds: that must be read to be told.
  head.kind = topScalar(text, 'kind', true);
  const metadata = topKey(text, 'metadata');
  if (metadata !== -1) Object.assign(head, readMetadata(text, metadata));
  if (head.kind?.endsWith('List')) head.items = countItems(text);
  return head;
}

/** Offset after the colon of a top-level key; -1 when absent or, where that is asked, written twice. */
function topKey(text: string, key: string, once = false): number {
  const needle = `\n${key}:`;
  let at = text.startsWith(`${key}:`) ? key.length + 1 : text.startsWith(`\uFEFF${key}:`) ? key.length + 2 : -1;
  if (at === -1) {
    const found = text.indexOf(needle);
    if (found === -1) return -1;
    at = found + needle.length;
  }
  if (once && text.indexOf(needle, at) !== -1) return -1;
  const c = text[at];
  return c === undefined || c === ' ' || c === '\n' || c === '\r' || c === '\t' ? at : -1;
}

function topScalar(text: string, key: string, once = false): string | null {
  const at = topKey(text, key, once);
  return at === -1 ? null : scalarAt(text, at, 0);
}

/** A one-line string after a colon; null when it is anything else, or goes on in the next line. */
function scalarAt(text: string, at: number, indent: number): string | null {
  const newline = text.indexOf('\n', at);
  const line = text.slice(at, newline === -1 ? text.length : newline);
  if (newline !== -1 && continues(text, newline + 1, indent)) return null;
  const m = /^[ \t]+(?:"([^"\\]*)"|'([^']*)'|([^\s"'#&*!|>{}[\]%@`,?:-](?:[^:#]|:(?=\S)|(?<=\S)#)*?))[ \t]*(?:[ \t]#.*)?\r?$/.exec(line);
  if (!m) return null;
  if (m[3] === undefined) return m[1] ?? m[2] ?? null;
  return typeof resolvePlain(m[3]) === 'string' ? m[3] : null;
}

/** True when the next line that is not blank belongs to what came before: deeper indented, and no comment. */
function continues(text: string, from: number, indent: number): boolean {
  for (let at = from; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline === -1 ? text.length : newline;
    const depth = indentAt(text, at, end);
    if (depth !== -1) return depth > indent && text[at + depth] !== '#';
    at = end + 1;
  }
  return false;
}

/** Number of leading spaces of the line; -1 when it is blank. */
function indentAt(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && text.charCodeAt(at) === 32) at++;
  return at === end || text[at] === '\r' ? -1 : at - start;
}

function readMetadata(text: string, from: number): Pick<Head, 'name' | 'namespace'> {
  const found: Pick<Head, 'name' | 'namespace'> = { name: null, namespace: null };
  let newline = text.indexOf('\n', from);
  if (newline === -1 || !/^\s*(#.*)?$/.test(text.slice(from, newline))) return found;
  let column = -1;
  while (newline !== -1) {
    const at = newline + 1;
    newline = text.indexOf('\n', at);
    const indent = indentAt(text, at, newline === -1 ? text.length : newline);
    if (indent === -1 || text[at + indent] === '#') continue;
    if (column === -1) column = indent;
    if (indent < column || column === 0) break;
    if (indent > column) continue;
    for (const key of ['name', 'namespace'] as const) {
      const start = at + indent;
      if (text.startsWith(`${key}:`, start)) found[key] = scalarAt(text, start + key.length + 1, column);
    }
  }
  return found;
}

/** Items under `items:`, by the dashes in the column of the first one. */
function countItems(text: string): number | null {
  const items = topKey(text, 'items');
  if (items === -1) return null;
  let newline = text.indexOf('\n', items);
  const rest = text.slice(items, newline === -1 ? text.length : newline).trim();
  if (rest === '[]') return 0;
  if (rest !== '' && !rest.startsWith('#')) return null;
  let column = -1;
  let count = 0;
  while (newline !== -1) {
    const at = newline + 1;
    newline = text.indexOf('\n', at);
    const c = text.charCodeAt(at);
    if (column > 0 && c !== 32) {
      if (Number.isNaN(c) || c === 10 || c === 13 || c === 35) continue;
      break;
    }
    const indent = indentAt(text, at, newline === -1 ? text.length : newline);
    if (indent === -1 || text[at + indent] === '#') continue;
    const dash = text[at + indent] === '-' && /^[ \t\r\n]?$/.test(text[at + indent + 1] ?? '');
    if (column === -1) {
      if (!dash) return null;
      column = indent;
    }
    if (indent < column || (indent === column && !dash)) break;
    if (indent === column) count++;
  }
  return column === -1 ? null : count;
}
