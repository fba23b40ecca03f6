import { type Doc, type Ingested, type LineRange, noiseOf } from '../ingest/index.ts';
import type { Locator, Path } from '../yaml/index.ts';
import type { ChangedFile } from './types.ts';

const known = new WeakMap<Doc, LineRange[]>();
const paths = new WeakMap<Ingested, Map<string, Path[]>>();

/** Server-side fields of a document, by lines of its file; looked for once. */
export function noiseIn(ingested: Ingested, doc: Doc, locator?: Locator): LineRange[] {
  let found = known.get(doc);
  if (!found) {
    found = noiseOf(doc.text, objectsOf(ingested).get(doc.id) ?? [], locator).map(({ from, to }) => ({
      from: from + doc.line - 1,
      to: to + doc.line - 1,
    }));
    known.set(doc, found);
  }
  return found;
}

function objectsOf(ingested: Ingested): Map<string, Path[]> {
  let byDoc = paths.get(ingested);
  if (!byDoc) {
    byDoc = new Map<string, Path[]>();
    for (const { doc, path } of ingested.objects) {
      const list = byDoc.get(doc);
      if (list) list.push(path);
      else byDoc.set(doc, [path]);
    }
    paths.set(ingested, byDoc);
  }
  return byDoc;
}

/** Marks lines around a change that are server-side fields, so that whoever shows it can fold them away. */
export function markNoise<T extends ChangedFile>(ingested: Ingested, change: T): T {
  const ranges = [...ingested.docs.values()].filter((d) => d.file === change.path).flatMap((doc) => noiseIn(ingested, doc));
  if (ranges.length === 0) return change;
  const isNoise = (line: number | null): boolean => line !== null && ranges.some(({ from, to }) => from <= line && line <= to);
  const hunks = change.hunks.map((hunk) => ({
    ...hunk,
    lines: hunk.lines.map((line) => (line.kind === 'same' && isNoise(line.before) ? { ...line, noise: true } : line)),
  }));
  return { ...change, hunks };
}
