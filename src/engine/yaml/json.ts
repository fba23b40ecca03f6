import type { Span } from './types.ts';

const BRACKETS = /["{}[\]]/g;

/** True when the first character that is not blank is `{` or `[`. */
export function looksLikeJson(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 123 || c === 91) return true;
    if (c !== 32 && c !== 10 && c !== 13 && c !== 9 && c !== 0xfeff) return false;
  }
  return false;
}

/** Cuts `[start, end)` between JSON values pasted one after another; one piece when it is anything else. */
export function cutJson(text: string, start: number, end: number): [number, number][] {
  const whole: [number, number][] = [[start, end]];
  const pieces: [number, number][] = [];
  let at = skipBlank(text, start, end);
  while (at < end) {
    const close = text[at] === '{' || text[at] === '[' ? closing(text, at, end) : -1;
    if (close === -1) return whole;
    pieces.push([at, close]);
    at = skipBlank(text, close, end);
  }
  return pieces.length > 1 ? pieces : whole;
}

function skipBlank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && ' \t\r\n\0\uFEFF'.includes(text[at] as string)) at++;
  return at;
}

/** Offset after the bracket that closes the one at `at`, or -1. Knows double-quoted strings only. */
function closing(text: string, at: number, end: number): number {
  let depth = 0;
  BRACKETS.lastIndex = at;
  for (let m = BRACKETS.exec(text); m && m.index < end; m = BRACKETS.exec(text)) {
    const c = m[0];
    if (c === '"') {
      const close = stringEnd(text, m.index);
      if (close === -1) return -1;
      BRACKETS.lastIndex = close;
    } else if (c === '{' || c === '[') depth++;
    else if (--depth === 0) return m.index + 1;
  }
  return -1;
}

function stringEnd(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 92) at++;
    else if (c === 34) return at + 1;
    else if (c === 10) return -1;
  }
  return -1;
}

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\r\n\t]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null))/y;

/**
 * Where JSON text stops being JSON, or goes deeper than `depth`. For messages only: `JSON.parse` reads, and its
 * errors carry no position every browser agrees on.
 */
export function scanJson(text: string, depth: number): (Span & { code: 'json-syntax' | 'too-deep' }) | null {
  const open: string[] = [];
  let expects: 'value' | 'key' | 'colon' | 'comma' = 'value';
  let first = false;
  TOKEN.lastIndex = 0;
  const fail = (at: number, code: 'json-syntax' | 'too-deep' = 'json-syntax') => {
    const start = Math.min(skipBlank(text, at, text.length), Math.max(0, text.length - 1));
    return { start, end: Math.min(start + 1, text.length), code };
  };
  for (let at = 0; ; at = TOKEN.lastIndex) {
    if (expects === 'comma' && open.length === 0) return skipBlank(text, at, text.length) < text.length ? fail(at) : null;
    TOKEN.lastIndex = at;
    const m = TOKEN.exec(text);
    if (!m) return fail(at);
    const token: string = m[1] ?? (m[2] ? '"' : '0');
    const top = open[open.length - 1];
    if ((token === '}' || token === ']') && token === top && (expects === 'comma' || first)) {
      open.pop();
      expects = 'comma';
      first = false;
    } else if ((token === '{' || token === '[') && expects === 'value') {
      open.push(token === '{' ? '}' : ']');
      if (open.length > depth) return fail(m.index, 'too-deep');
      expects = token === '{' ? 'key' : 'value';
      first = true;
    } else if (token === '"' && expects === 'key') {
      expects = 'colon';
      first = false;
    } else if (token === ':' && expects === 'colon') expects = 'value';
    else if (token === ',' && expects === 'comma') expects = top === '}' ? 'key' : 'value';
    else if ((token === '"' || token === '0') && expects === 'value') {
      expects = 'comma';
      first = false;
    } else return fail(m.index);
  }
}
