import { type Head, type Reading, readHead, readValue, type Slice, splitDocuments } from '../yaml/index.ts';

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

const MOST_DOCUMENTS = 60_000;

export function createReadCache(): ReadCache {
  const files = new Map<string, readonly Part[]>();
  const documents = new Map<string, Reading>();
  return {
    parts: (text) => remember(files, text, () => splitDocuments(text).map((slice) => ({ ...slice, head: readHead(slice.text) }))),
    reading: (text) => remember(documents, text, () => readValue(text)),
  };
}

function remember<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  if (map.size >= MOST_DOCUMENTS) map.clear();
  map.set(key, made);
  return made;
}
