import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  createLocator,
  type EditResult,
  editDocument,
  invertEdits,
  type Json,
  type Locator,
  type Path,
  readValue,
  type ScalarInput,
  type Span,
  setScalar,
  sortEdits,
  splitDocuments,
  type TextEdit,
} from '../../src/engine/yaml/index.ts';

const sets = join(process.env.LINKCHAIN_SHARED ?? '../shared', 'corpus/sets');

/** The law of edits: another value changes its own lines only, and the old value brings the old bytes back. */
describe.each(['kube-prometheus-0.12', 'kube-prometheus-main'])('%s: every scalar', (set) => {
  const files = readdirSync(join(sets, set), { recursive: true, encoding: 'utf8' }).filter((f) => /\.(ya?ml|json)$/.test(f));
  const all = files.flatMap((file) => splitDocuments(readFileSync(join(sets, set, file), 'utf8')).map((doc) => ({ file, text: doc.text })));

  test('is set and set back', { timeout: 300_000 }, () => {
    let scalars = 0;
    for (const { file, text } of all) scalars += checkDocument(file, text);
    expect(scalars).toBeGreaterThan(15_000);
  });
});

interface Scalar {
  path: Path;
  old: ScalarInput;
  other: ScalarInput;
  edit: TextEdit;
  /** Written as this library would write it: then the value alone brings the bytes back. */
  canonical: boolean;
}

function checkDocument(file: string, text: string): number {
  const value = readValue(text).value as Json;
  const locator = createLocator(text);
  const scalars = scalarsOf(value).map(([path, old]): Scalar => {
    const other = otherValue(old);
    const edit = only(setScalar(text, path, other, locator));
    const back = only(setScalar(text, path, old, locator));
    const source = text.slice(edit.start, edit.end);
    const where = `${file} ${path.join('.')}`;
    staysInItsLines(where, text, locator.span(path, 'value') as Span, edit);
    return { path, old, other, edit, canonical: back.text === source && back.start === edit.start && back.end === edit.end };
  });
  setsAllAndBack(file, text, scalars, locator);
  if (text.length < 3000) for (const scalar of scalars) setsOneAndBack(file, text, scalar);
  return scalars.length;
}

/** One line changes, and for a scalar of several lines none but its own. */
function staysInItsLines(where: string, text: string, span: Span, edit: TextEdit): void {
  const source = text.slice(span.start, span.end);
  if (edit.start < span.start || edit.end > Math.max(span.end, edit.start)) expect(edit, where).toEqual(span);
  if (!source.includes('\n') && edit.text.includes('\n')) expect.fail(`${where}: one line became several`);
}

/** All scalars at once: everything has its other value, and the old values bring the old bytes. */
function setsAllAndBack(file: string, text: string, scalars: Scalar[], locator: Locator): void {
  const there = editDocument(
    text,
    scalars.map(({ path, other }) => ({ op: 'set', path, value: other })),
    locator,
  );
  if (!there.ok) expect.fail(`${file}: ${there.reason}`);
  const changed = applyEdits(text, there.edits);
  const values = scalarsOf(readValue(changed).value as Json);
  expect(values.length, file).toBe(scalars.length);
  for (const [i, { path, other }] of scalars.entries()) if (values[i]?.[1] !== other) expect.fail(`${file} ${path.join('.')}: not set`);

  const undo = invertEdits(text, there.edits);
  expect(applyEdits(changed, undo) === text, file).toBe(true);

  const byValue = editDocument(
    changed,
    scalars.filter((s) => s.canonical).map(({ path, old }) => ({ op: 'set', path, value: old })),
  );
  if (!byValue.ok) expect.fail(`${file}: ${byValue.reason}`);
  const wrapped = new Set(scalars.filter((s) => !s.canonical).map((s) => s.edit.start));
  const byUndo = undo.filter((_, i) => wrapped.has((there.edits[i] as TextEdit).start));
  expect(applyEdits(changed, sortEdits([...byValue.edits, ...byUndo])) === text, file).toBe(true);
}

function setsOneAndBack(file: string, text: string, { path, old, edit, canonical }: Scalar): void {
  const changed = applyEdits(text, [edit]);
  const back = canonical ? applyEdits(changed, [only(setScalar(changed, path, old))]) : applyEdits(changed, invertEdits(text, [edit]));
  expect(back === text, `${file} ${path.join('.')}`).toBe(true);
}

function only(result: EditResult): TextEdit {
  if (!result.ok) return expect.fail(result.reason);
  return result.edits.length === 1 && result.edits[0] ? result.edits[0] : expect.fail('more than one edit');
}

function otherValue(old: ScalarInput): ScalarInput {
  if (typeof old === 'number') return old + 1;
  if (typeof old === 'boolean') return !old;
  if (old === null) return 'changed';
  return old.includes('\n') ? `changed\n${old}` : old === 'changed' ? 'other' : 'changed';
}

function scalarsOf(value: Json, path: Path = []): [Path, ScalarInput][] {
  if (value === null || typeof value !== 'object') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((item, i) => scalarsOf(item, [...path, i]));
  return Object.keys(value).flatMap((key) => scalarsOf(value[key] as Json, [...path, key]));
}
