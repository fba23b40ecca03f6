import type { Analysis } from '../analyze.ts';
import { placesOf } from '../export/index.ts';
import { objectAt, type SourceFile } from '../ingest/index.ts';
import { allFindings, isContainerPortName } from '../lint/index.ts';
import { fieldName } from '../objects/index.ts';
import { type At, applyEdits, setScalar, sortEdits, type TextEdit } from '../yaml/index.ts';
import { isPortName, nameIn, readAt, tiedNames } from './ports.ts';
import type { RenameAnswer } from './types.ts';

/**
 * Another name for the port that is named at a line and column of a file, everywhere it is named. The result is analysed
 * again: `worse` lists every chain that would fare otherwise.
 */
export function renamePort(
  analysis: Analysis,
  { file, line, column }: { file: string; line: number; column: number },
  to: string,
  run: (files: readonly SourceFile[]) => Analysis,
): RenameAnswer {
  const start = portNameAt(analysis, file, line, column);
  if (!start) return { refused: 'no-port' };
  const from = String(readAt(analysis, start));
  if (from === to) return { refused: 'same' };
  // A Service port may be called so too.
  if (!isContainerPortName(to)) return { refused: 'bad-name' };

  const places = placesOf(analysis.ingested);
  const edits = new Map<string, TextEdit[]>();
  const stuck: string[] = [];
  const changed = tiedNames(analysis, start, from).flatMap((at) => {
    const doc = analysis.ingested.docs.get(at.doc);
    const raw = objectAt(analysis.ingested, at);
    const place = places.at(at);
    const edit = doc ? setScalar(doc.text, at.path, to) : null;
    const object = raw?.id ?? at.doc;
    if (!doc || !place || !edit?.ok) {
      // A name that cannot be written anew, such as one behind an alias, would be left behind.
      stuck.push(object);
      return [];
    }
    const inFile = edit.edits.map((e) => ({ ...e, start: e.start + doc.start, end: e.end + doc.start }));
    edits.set(doc.file, [...(edits.get(doc.file) ?? []), ...inFile]);
    return [{ file: place.file, line: place.line, object, field: fieldName(at.path.slice(raw?.path.length ?? 0)) }];
  });
  const texts = new Map(analysis.files.map((f) => [f.path, f.text]));
  const files = [...edits].map(([path, list]) => ({ path, text: applyEdits(texts.get(path) ?? '', sortEdits(list)) }));
  const then = new Map(files.map((f) => [f.path, f.text]));
  const after = run(analysis.files.map((f) => ({ ...f, text: then.get(f.path) ?? f.text })));
  const order = changed.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { from, to, places: order, files, worse: [...new Set([...stuck, ...worseOff(analysis, after)])].sort() };
}

/** Chains with another status than before, and objects with errors they had not. */
function worseOff(before: Analysis, after: Analysis): string[] {
  const then = new Map(after.chains.map((c) => [c.id, c.status]));
  const chains = before.chains.filter((c) => then.get(c.id) !== c.status).map((c) => c.id);
  const errors = (a: Analysis) => allFindings(a).filter((f) => f.severity === 'error');
  const known = new Set(errors(before).map((f) => `${f.code} ${f.object} ${f.chain}`));
  const objects = errors(after)
    .filter((f) => !known.has(`${f.code} ${f.object} ${f.chain}`))
    .map((f) => f.object ?? f.chain ?? '');
  return [...chains, ...objects];
}

/** The port name that a position of the text lies in. */
function portNameAt(analysis: Analysis, file: string, line: number, column: number): At | null {
  const places = placesOf(analysis.ingested);
  const ats = analysis.chains.flatMap((c) => c.links.flatMap((l) => l.facts.flatMap((f) => [f.left?.at, f.right?.at])));
  for (const given of ats) {
    if (!given || analysis.ingested.docs.get(given.doc)?.file !== file) continue;
    const at = nameIn(analysis, given);
    if (!isPortName(analysis, at)) continue;
    const place = places.at(at);
    if (place?.line === line && column >= place.column && column <= place.column + (place.end - place.start)) return at;
  }
  return null;
}
