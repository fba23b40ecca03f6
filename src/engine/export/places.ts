import type { Ingested, LineRange } from '../ingest/index.ts';
import { type At, createLocator, type Locator } from '../yaml/index.ts';
import { noiseIn } from './noise.ts';

/** A resolved `At`: offsets in the file's text, 1-based line and column, and the text there (cut at 200 characters). */
export interface Place {
  file: string;
  start: number;
  end: number;
  line: number;
  column: number;
  endLine: number;
  text: string;
  /** Lines around it that the server wrote, not people; lines of the file. */
  noise?: LineRange[];
}

export interface Places {
  /** null where the cluster or the operator made the object, so that no text stands for it. */
  at(at: At): Place | null;
}

const LONGEST_TEXT = 200;
/** Nobody looks further than this around a place. */
const AROUND = 60;

/** Looks places up on demand: each document's syntax tree is made once, when first asked for. Noise is told to those who show lines. */
export function placesOf(ingested: Ingested, withNoise = false): Places {
  const locators = new Map<string, Locator>();
  return {
    at({ doc: id, path, part }) {
      const doc = ingested.docs.get(id);
      if (!doc) return null;
      let locator = locators.get(id);
      if (!locator) {
        locator = createLocator(doc.text);
        locators.set(id, locator);
      }
      const span = locator.span(path, part) ?? locator.nearest(path);
      const first = locator.lineCol(span.start);
      const last = locator.lineCol(Math.max(span.start, span.end - 1));
      const line = doc.line + first.line - 1;
      const endLine = doc.line + last.line - 1;
      const noise = (withNoise ? noiseIn(ingested, doc, locator) : []).filter(
        (r) => r.to >= line - AROUND && r.from <= Math.min(endLine, line + AROUND) + AROUND,
      );
      return {
        file: doc.file,
        start: doc.start + span.start,
        end: doc.start + span.end,
        line,
        column: first.col,
        endLine,
        text: doc.text.slice(span.start, Math.min(span.end, span.start + LONGEST_TEXT)),
        ...(noise.length > 0 ? { noise } : {}),
      };
    },
  };
}
