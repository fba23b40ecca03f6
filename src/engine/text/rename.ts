import type { Analysis } from '../analyze.ts';
import { placesOf } from '../export/index.ts';
import type { SourceFile } from '../ingest/index.ts';
import { allFindings } from '../lint/index.ts';
import { type At, applyEdits, setScalar, sortEdits, type TextEdit } from '../yaml/index.ts';
import { isPortName, nameIn, readAt, tiedNames } from './ports.ts';
import type { RenameAnswer } from './types.ts';

/** As Kubernetes names container ports (apimachinery validation IsValidPortName), which Service ports may be called too. */
const NAME = /^(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

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
  if (!NAME.test(to)) return { refused: 'bad-name' };

  const places = placesOf(analysis.ingested);
  const edits = new Map<string, TextEdit[]>();
  const changed = tiedNames(analysis, start, from).flatMap((at) => {
    const doc = analysis.ingested.docs.get(at.doc);
    const place = places.at(at);
    const edit = doc ? setScalar(doc.text, at.path, to) : null;
    if (!doc || !place || !edit?.ok) return [];
    const inFile = edit.edits.map((e) => ({ ...e, start: e.start + doc.start, end: e.end + doc.start }));
    edits.set(doc.file, [...(edits.get(doc.file) ?? []), ...inFile]);
    return [{ file: place.file, line: place.line, object: ownerOf(analysis, at), field: fieldOf(at) }];
  });
  const texts = new Map(analysis.files.map((f) => [f.path, f.text]));
  const files = [...edits].map(([path, list]) => ({ path, text: applyEdits(texts.get(path) ?? '', sortEdits(list)) }));
  const then = new Map(files.map((f) => [f.path, f.text]));
  const after = run(analysis.files.map((f) => ({ ...f, text: then.get(f.path) ?? f.text })));
  const order = changed.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
  return { from, to, places: order, files, worse: worseOff(analysis, after) };
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
  return [...new Set([...chains, ...objects])].sort();
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

const ownerOf = ({ ingested }: Analysis, at: At): string =>
  ingested.objects.find((o) => o.doc === at.doc && o.path.every((key, i) => at.path[i] === key))?.id ?? at.doc;

const fieldOf = ({ path }: At): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
