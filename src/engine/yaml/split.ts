import { cutJson } from './json.ts';
import type { Slice } from './types.ts';

const BOM = '\uFEFF';

/**
 * Cuts a file into documents at lines that start with `---`, as kubectl does, without reading them.
 * Documents of blanks and comments only are left out; directives stay with the document they introduce;
 * JSON values pasted one after another are one document each.
 */
export function splitDocuments(text: string): Slice[] {
  const slices: Slice[] = [];
  const lines = lineCounter(text);
  const add = (start: number, end: number) => {
    for (const [s, e] of cutJson(text, start, end)) slices.push({ start: s, end: e, line: lines(s), text: text.slice(s, e) });
  };
  const nextMark = markFinder(text);
  let start = 0;
  for (;;) {
    const mark = nextMark(start);
    const cut = mark ? mark.at : text.length;
    if (mark?.kind === 'start' && isDirectives(text, start, cut)) {
      // `%YAML` or `%TAG` lines: this `---` ends them, the document goes on to the next mark.
      const after = nextMark(mark.next);
      addTrimmed(text, start, after ? after.at : text.length, add);
      if (!after) return slices;
      start = after.next;
      continue;
    }
    addTrimmed(text, start, cut, add);
    if (!mark) return slices;
    start = mark.next;
  }
}

interface Mark {
  kind: 'start' | 'end';
  /** Where the document before it ends. */
  at: number;
  /** Where the document after it may start: the next line, or what follows `--- ` on the same line. */
  next: number;
}

/** Finds the next mark at or after an offset. Offsets must grow: what was found ahead is kept, so a file is scanned once. */
function markFinder(text: string): (from: number) => Mark | null {
  const ahead = ['\n---', '\n...', `\n${BOM}`].map((needle) => ({ needle, at: -1 }));
  const candidate = (from: number): number => {
    let best = Number.POSITIVE_INFINITY;
    for (const a of ahead) {
      if (a.at < from) {
        const found = text.indexOf(a.needle, from);
        a.at = found === -1 ? Number.POSITIVE_INFINITY : found;
      }
      best = Math.min(best, a.at);
    }
    return best;
  };
  return (from) => {
    const atLineStart = from === 0 || text[from - 1] === '\n';
    for (let at = atLineStart ? from - 1 : candidate(from); at < text.length; at = candidate(at + 1)) {
      const bom = text[at + 1] === BOM;
      const mark = markAt(text, bom ? at + 2 : at + 1, '---') ?? markAt(text, bom ? at + 2 : at + 1, '...');
      if (mark) return { ...mark, at: at + 1 };
      if (bom && at >= 0 && at + 1 > from) return { kind: 'start', at: at + 1, next: at + 2 };
    }
    return null;
  };
}

function markAt(text: string, at: number, marker: '---' | '...'): Mark | null {
  if (!text.startsWith(marker, at)) return null;
  let next = at + 3;
  const c = text[next];
  if (c !== undefined && c !== '\n' && c !== '\r' && c !== ' ' && c !== '\t' && c !== '\0' && c !== BOM) return null;
  while (text[next] === ' ' || text[next] === '\t') next++;
  const newline = text.indexOf('\n', next);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  const rest = text[next];
  if (rest === undefined || rest === '\n' || rest === '\r' || rest === '#') next = lineEnd;
  if (marker === '...') return next === lineEnd && endsDocument(text, lineEnd) ? { kind: 'end', at, next } : null;
  return { kind: 'start', at, next };
}

/**
 * `...` ends a document only when a new one follows. In the middle of a manifest it means "left out here",
 * and cutting there would present half an object as a whole one.
 */
function endsDocument(text: string, from: number): boolean {
  const at = firstContent(text, from, text.length);
  return at === text.length || /^(---|\.\.\.|%|["']?(apiVersion|kind)["']?:|\{)/.test(text.slice(at, at + 16));
}

function isDirectives(text: string, start: number, end: number): boolean {
  let at = firstContent(text, start, end);
  if (text[at] !== '%' || at >= end) return false;
  while (at < end && text[at] === '%') {
    const newline = text.indexOf('\n', at);
    at = newline === -1 ? end : firstContent(text, newline + 1, end);
  }
  return at >= end;
}

/** Offset of the first character that is neither blank nor in a comment line; `end` if there is none. */
function firstContent(text: string, start: number, end: number): number {
  let at = start;
  while (at < end) {
    const c = text.charCodeAt(at);
    if (c === 35) {
      const newline = text.indexOf('\n', at);
      if (newline === -1) return end;
      at = newline + 1;
    } else if (isBlank(c)) at++;
    else return at;
  }
  return end;
}

function addTrimmed(text: string, start: number, end: number, add: (start: number, end: number) => void): void {
  if (firstContent(text, start, end) >= end) return;
  let s = start;
  let e = end;
  while (s < e && (text[s] === BOM || text[s] === '\0')) s++;
  while (e > s && text.charCodeAt(e - 1) === 0) e--;
  add(s, e);
}

function isBlank(c: number): boolean {
  return c === 32 || c === 10 || c === 13 || c === 9 || c === 0 || c === 0xfeff;
}

/** Line numbers for growing offsets, each newline counted once. */
function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let seen = 0;
  return (offset) => {
    for (let at = text.indexOf('\n', seen); at !== -1 && at < offset; at = text.indexOf('\n', seen)) {
      line++;
      seen = at + 1;
    }
    return line;
  };
}
