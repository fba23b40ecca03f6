/** Thrown (and caught in `readFast`) when a document is not the plain kind this reader knows. Never an answer, only "ask the other one". */
export const GIVE_UP = Symbol('give up');

export function giveUp(): never {
  throw GIVE_UP;
}

export const LF = 10;
export const CR = 13;
export const SPACE = 32;
export const TAB = 9;
export const HASH = 35;
export const COLON = 58;
export const DASH = 45;

/** A place in the text, line by line. `line()` stops at the next line with content and says how far it is indented. */
export class Cursor {
  readonly text: string;
  readonly depth: number;
  /** Texts with `...` somewhere: scalars are then looked at for marks that something was left out. */
  readonly dots: boolean;
  pos = 0;
  /** Start of the current line. */
  start = 0;
  /** Indentation of the current line; -1 at the end of the text. */
  indent = -1;
  /** Line breaks; colons that can end a key; tabs; `#` that can begin a comment. */
  readonly breaks: Ahead;
  readonly colons: Ahead;
  readonly tabs: Ahead;
  readonly hashes: Ahead;

  constructor(text: string, depth: number) {
    this.text = text;
    this.depth = depth;
    this.breaks = new Ahead((from) => orEnd(text.indexOf('\n', from), text));
    this.tabs = new Ahead((from) => orEnd(text.indexOf('\t', from), text));
    this.hashes = new Ahead((from) => orEnd(text.indexOf(' #', from), text));
    this.colons = new Ahead((from) => {
      for (let at = text.indexOf(':', from); at !== -1; at = text.indexOf(':', at + 1)) {
        const next = text.charCodeAt(at + 1);
        if (next === SPACE || next === TAB || isBreak(next)) return at;
      }
      return text.length;
    });
    this.dots = text.includes('...') || text.includes('…');
  }

  /** From the start of a line to the first content at or below it. */
  line(): void {
    const text = this.text;
    let at = this.pos;
    for (;;) {
      const start = at;
      let c = text.charCodeAt(at);
      while (c === SPACE) c = text.charCodeAt(++at);
      if (c === HASH) {
        at = text.indexOf('\n', at);
        if (at === -1) at = text.length;
        else at++;
      } else if (c === LF) at++;
      else if (c === CR && text.charCodeAt(at + 1) === LF) at += 2;
      else if (at >= text.length) {
        this.pos = at;
        this.indent = -1;
        return;
      } else {
        // `---` and `...` are left to the other reader, and so are tabs.
        if (c === TAB || (at === start && (c === DASH || c === 46) && isMarker(text, at))) giveUp();
        this.pos = at;
        this.start = start;
        this.indent = at - start;
        return;
      }
      if (at >= text.length) {
        this.pos = at;
        this.indent = -1;
        return;
      }
    }
  }

  /** Past what may stand behind a value, blanks and a comment, and on to the next line with content. */
  endLine(): void {
    const text = this.text;
    const from = this.pos;
    let at = from;
    let c = text.charCodeAt(at);
    while (c === SPACE) c = text.charCodeAt(++at);
    if (c === HASH && at > from) {
      at = text.indexOf('\n', at);
      this.pos = at === -1 ? text.length : at + 1;
    } else if (c === LF) this.pos = at + 1;
    else if (c === CR && text.charCodeAt(at + 1) === LF) this.pos = at + 2;
    else if (at >= text.length) this.pos = at;
    else giveUp();
    this.line();
  }

  /** True when a line break, the end of the text or a comment comes next, blanks aside. Moves to it if so. */
  atLineEnd(): boolean {
    const text = this.text;
    let at = this.pos;
    let c = text.charCodeAt(at);
    while (c === SPACE) c = text.charCodeAt(++at);
    if (c === TAB) giveUp();
    if (c === LF || at >= text.length || (c === CR && text.charCodeAt(at + 1) === LF) || (c === HASH && at > this.pos)) return true;
    this.pos = at;
    return false;
  }
}

/**
 * The next place where something stands, remembered until passed: searched by `indexOf`, a text is gone over once
 * however many lines ask.
 */
class Ahead {
  private readonly find: (from: number) => number;
  private from = 0;
  private at = -1;

  constructor(find: (from: number) => number) {
    this.find = find;
  }

  /** The first place at or after `from`; the length of the text when there is none. */
  next(from: number): number {
    if (from > this.at || from < this.from) {
      this.from = from;
      this.at = this.find(from);
    }
    return this.at;
  }
}

function orEnd(at: number, text: string): number {
  return at === -1 ? text.length : at;
}

function isMarker(text: string, at: number): boolean {
  return text.startsWith('---', at) || text.startsWith('...', at);
}

export function isBreak(c: number): boolean {
  return c === LF || c === CR || Number.isNaN(c);
}
