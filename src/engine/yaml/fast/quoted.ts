import { type Cursor, giveUp, SPACE } from './cursor.ts';

/** A quoted text; lines after the first are indented deeper than `parent`. The cursor ends behind the closing quote. */
export function readQuoted(c: Cursor, parent: number): string {
  return c.text.charCodeAt(c.pos) === 39 ? readSingle(c, parent) : readDouble(c, parent);
}

function readSingle(c: Cursor, parent: number): string {
  const text = c.text;
  const start = c.pos + 1;
  let end = text.indexOf("'", start);
  let doubled = false;
  while (end !== -1 && text.charCodeAt(end + 1) === 39) {
    doubled = true;
    end = text.indexOf("'", end + 2);
  }
  if (end === -1) giveUp();
  c.pos = end + 1;
  let body = text.slice(start, end);
  if (body.includes('\n')) body = fold(body, parent);
  return doubled ? body.replaceAll("''", "'") : body;
}

function readDouble(c: Cursor, parent: number): string {
  const text = c.text;
  const start = c.pos + 1;
  let end = text.indexOf('"', start);
  let escaped = false;
  while (end !== -1 && isEscaped(text, end, start)) {
    escaped = true;
    end = text.indexOf('"', end + 1);
  }
  if (end === -1) giveUp();
  c.pos = end + 1;
  let body = text.slice(start, end);
  escaped ||= body.includes('\\');
  if (body.includes('\n')) {
    if (escaped) giveUp();
    body = fold(body, parent);
  }
  return escaped ? undoEscapes(body) : body;
}

function isEscaped(text: string, quote: number, start: number): boolean {
  let at = quote - 1;
  while (at >= start && text.charCodeAt(at) === 92) at--;
  return (quote - at) % 2 === 0;
}

/** Lines become one: a break is a space, blank lines are breaks. */
function fold(body: string, parent: number): string {
  const lines = body.split('\n');
  let out = trimEnd(lines[0] as string);
  let breaks = 0;
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as string;
    const content = line.trim();
    const last = i === lines.length - 1;
    if (content === '' && !last) {
      breaks++;
      continue;
    }
    const indent = line.search(/[^ ]/);
    if (line.includes('\t') || (indent !== -1 && indent <= parent) || content === '') giveUp();
    if (content !== trimBlanks(line)) giveUp();
    out += (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + (last ? trimStart(line) : content);
    breaks = 0;
  }
  return out;
}

function trimEnd(line: string): string {
  if (line.includes('\t')) giveUp();
  return line.replace(/[ \r]+$/, '');
}

function trimStart(line: string): string {
  let at = 0;
  while (line.charCodeAt(at) === SPACE) at++;
  return line.slice(at);
}

/** Only spaces (and the `\r` of a line break) are blank here; `trim` knows more. */
function trimBlanks(line: string): string {
  return line.replace(/^ +|[ \r]+$/g, '');
}

const SIMPLE: Record<string, string> = { n: '\n', t: '\t', '"': '"', '\\': '\\', '/': '/', r: '\r', b: '\b', f: '\f', '0': '\0', ' ': ' ' };

function undoEscapes(body: string): string {
  return body.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]?))/g, (_, u?: string, x?: string, simple?: string) => {
    if (u ?? x) return String.fromCharCode(Number.parseInt((u ?? x) as string, 16));
    return SIMPLE[simple as string] ?? giveUp();
  });
}
