import { createLocator, type Locator, type Path } from '../yaml/index.ts';
import type { Doc } from './types.ts';

/** 1-based, in the file. */
export interface Place {
  line: number;
  column: number;
}

/** Where things are in their file. One document's syntax tree is kept, since problems come document by document. */
export interface Places {
  /** Of a key, or of the nearest thing above that exists. */
  ofPath(doc: Doc, path: Path, part?: 'key' | 'value'): Place;
  ofOffset(doc: Doc, offset: number): Place;
  locator(doc: Doc): Locator;
}

export function createPlaces(): Places {
  let last: { doc: Doc; locator: Locator } | null = null;
  const locator = (doc: Doc): Locator => {
    if (last?.doc !== doc) last = { doc, locator: createLocator(doc.text) };
    return last.locator;
  };
  const ofOffset = (doc: Doc, offset: number): Place => {
    const { line, col } = locator(doc).lineCol(offset);
    return { line: doc.line + line - 1, column: col };
  };
  return {
    ofPath(doc, path, part = 'value') {
      // The root begins at the first line that says something; no tree is needed to see that.
      if (path.length === 0) return ofOffset(doc, LEADING.exec(doc.text)?.[0].length ?? 0);
      const span = part === 'key' ? locator(doc).span(path, part) : null;
      return ofOffset(doc, (span ?? locator(doc).nearest(path)).start);
    },
    ofOffset,
    locator,
  };
}

/** Blank lines, comments and directives before the first content. */
const LEADING = /^(?:\uFEFF?[ \t]*(?:[#%].*|---[ \t]*)?\r?\n)*/;
