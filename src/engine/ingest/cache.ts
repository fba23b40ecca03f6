import { type Head, type Reading, readHead, readValue, type Slice, splitDocuments } from '../yaml/index.ts';
import { LIMITS } from './limits.ts';

export interface Part extends Slice {
  head: Head;
}

/**
 * What was derived from a text, kept under the text itself: a keystroke re-reads one document, a preview only what it
 * changed. Bounded; forgetting costs time, never correctness.
 */
export interface ReadCache {
  parts(fileText: string): readonly Part[];
  reading(docText: string): Reading;
}

/** Characters of text remembered: all that may be taken in at once, so that one analysis never pushes itself out. */
const MOST = LIMITS.totalBytes;

export function createReadCache(most = MOST): ReadCache {
  const parts = remember(most, (text) => splitDocuments(text).map((slice): Part => ({ ...slice, head: readHead(slice.text) })));
  const reading = remember(most, (text) => readValue(text));
  return { parts, reading: (text) => reading(text, detach) };
}

/** Remembers results by text; the longest unused are forgotten first. */
function remember<T>(most: number, make: (text: string) => T): (text: string, own?: (text: string) => string) => T {
  const known = new Map<string, T>();
  let size = 0;
  return (text, own = (t) => t) => {
    const found = known.get(text);
    if (found !== undefined) {
      known.delete(text);
      known.set(text, found);
      return found;
    }
    const key = own(text);
    const made = make(key);
    known.set(key, made);
    size += key.length;
    for (const oldest of known.keys()) {
      if (size <= most || oldest === key) break;
      known.delete(oldest);
      size -= oldest.length;
    }
    return made;
  };
}

/** A copy of its own: engines let a slice, and all slices of it, keep the whole text it was cut from. */
const detach = (text: string): string => ` ${text}`.slice(1);
