import { CR, type Cursor, giveUp, LF, SPACE, TAB } from './cursor.ts';

/**
 * A `|` or `>` scalar whose content is indented deeper than `parent`, without indentation indicator.
 * The cursor ends on the next content line.
 */
export function readBlockScalar(c: Cursor, parent: number): string {
  const text = c.text;
  const folded = text.charCodeAt(c.pos) === 62;
  let at = c.pos + 1;
  const mark = text[at];
  if (mark === '-' || mark === '+') at++;
  while (text.charCodeAt(at) === SPACE) at++;
  if (text.charCodeAt(at) === CR) at++;
  if (text.charCodeAt(at) !== LF) giveUp();

  const lines: string[] = [];
  const indent = contentIndent(text, at + 1);
  if (indent <= parent) giveUp();
  let next = at + 1;
  while (next < text.length) {
    const line = readLine(text, next, indent);
    if (line === null) break;
    lines.push(line);
    next = text.indexOf('\n', next) + 1;
    // Readers differ on a text that lacks its last line break.
    if (next === 0) giveUp();
  }
  c.pos = next;
  c.line();
  return chomp(lines, folded, mark);
}

/** Indentation of the first line that is not blank. Deeper blank lines before it are an error elsewhere. */
function contentIndent(text: string, from: number): number {
  let deepest = 0;
  for (let at = from; ; ) {
    const start = at;
    while (text.charCodeAt(at) === SPACE) at++;
    const c = text.charCodeAt(at);
    if (c === LF || (c === CR && text.charCodeAt(at + 1) === LF)) {
      deepest = Math.max(deepest, at - start);
      at = c === LF ? at + 1 : at + 2;
    } else {
      if (c === TAB || at >= text.length || deepest > at - start) giveUp();
      return at - start;
    }
  }
}

/** One line without its indentation; null when the line no longer belongs to the scalar. */
function readLine(text: string, start: number, indent: number): string | null {
  let at = start;
  const limit = start + indent;
  while (at < limit && text.charCodeAt(at) === SPACE) at++;
  const c = text.charCodeAt(at);
  const crlf = c === CR && text.charCodeAt(at + 1) === LF;
  if (at < limit) {
    if (c === LF || crlf) return '';
    if (c === TAB || at >= text.length) giveUp();
    return null;
  }
  let end = text.indexOf('\n', at);
  if (end === -1) end = text.length;
  else if (text.charCodeAt(end - 1) === CR && end > at) end--;
  return text.slice(at, end);
}

function chomp(lines: string[], folded: boolean, mark: string | undefined): string {
  let last = lines.length;
  while (last > 0 && lines[last - 1] === '') last--;
  if (last === 0) giveUp();
  const body = lines.slice(0, last);
  const text = folded ? fold(body) : body.join('\n');
  if (mark === '-') return text;
  return text + (mark === '+' ? '\n'.repeat(lines.length - last + 1) : '\n');
}

/** `>`: a break between two lines is a space, blank lines are breaks. Lines indented deeper are not folded: not for us. */
function fold(lines: string[]): string {
  let out = '';
  let breaks = 0;
  for (const [i, line] of lines.entries()) {
    if (line === '') {
      breaks++;
      continue;
    }
    if (line.startsWith(' ') || line.startsWith('\t')) giveUp();
    const first = i === breaks && out === '';
    out += first ? '\n'.repeat(breaks) + line : (breaks === 0 ? ' ' : '\n'.repeat(breaks)) + line;
    breaks = 0;
  }
  return out;
}
