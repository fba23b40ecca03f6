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
  if (body.includes('\n')) body = fold(body, parent, false);
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
  if (body.includes('\n')) body = fold(body, parent, escaped);
  return escaped ? undoEscapes(body) : body;
}

function isEscaped(text: string, quote: number, start: number): boolean {
  let at = quote - 1;
  while (at >= start && text.charCodeAt(at) === 92) at--;
  return (quote - at) % 2 === 0;
}

/** Lines become one: a break is a space, blank lines are breaks, and nothing at all behind a backslash. */
function fold(body: string, parent: number, escapes: boolean): string {
  if (body.includes('\t')) giveUp();
  const lines = body.split('\n');
  let out = '';
  let breaks = 0;
  let glue = '';
  for (const [i, line] of lines.entries()) {
    const first = i === 0;
    const last = i === lines.length - 1;
    const indent = first ? 0 : spaces(line);
    const content = line.slice(indent, last ? undefined : contentEnd(line, indent));
    if (!first && (content !== '' || last) && indent <= parent) giveUp();
    if (content === '' && !first && !last) {
      breaks++;
      continue;
    }
    const escaped = escapes && !last && endsEscaped(content);
    // A backslash before blanks at the end of a line, or before blank lines: too rare to be sure of.
    if ((escaped && content.length + indent !== line.replace(/\r$/, '').length) || (glue === '' && !first && breaks > 0)) giveUp();
    out += (first ? '' : breaks > 0 ? '\n'.repeat(breaks) : glue) + (escaped ? content.slice(0, -1) : content);
    glue = escaped ? '' : ' ';
    breaks = 0;
  }
  return out;
}

function spaces(line: string): number {
  let at = 0;
  while (line.charCodeAt(at) === SPACE) at++;
  return at;
}

/** Where a line ends, the blanks (and the `\r` of its break) in front of its break left out. */
function contentEnd(line: string, from: number): number {
  let end = line.length;
  if (end > from && line.charCodeAt(end - 1) === 13) end--;
  while (end > from && line.charCodeAt(end - 1) === SPACE) end--;
  return end;
}

function endsEscaped(content: string): boolean {
  return isEscaped(content, content.length, 0);
}

const SIMPLE: Record<string, string> = { n: '\n', t: '\t', '"': '"', '\\': '\\', '/': '/', r: '\r', b: '\b', f: '\f', '0': '\0', ' ': ' ' };

function undoEscapes(body: string): string {
  return body.replace(/\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]?))/g, (_, u?: string, x?: string, simple?: string) => {
    if (u ?? x) return String.fromCharCode(Number.parseInt((u ?? x) as string, 16));
    return SIMPLE[simple as string] ?? giveUp();
  });
}
