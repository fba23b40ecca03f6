import type { RawObject } from '../ingest/index.ts';
import { type At, applyEdits, type EditOp, editDocument, type Json, type JsonMap, type ScalarInput, type TextEdit } from '../yaml/index.ts';
import { composeEdits } from './compose.ts';
import { documentRemovals, placeNewObject } from './documents.ts';
import { listAt, mapAt, type PatchInput, refuse } from './input.ts';
import type { Consequence, FileEdits, Plan, Refusal, Step } from './types.ts';

type StepText = readonly [code: string, params?: Step['params']];

/** Collects what a plan does, in paths; only `finish` turns it into text. Doing the same thing twice does it once. */
export interface Draft {
  set(at: At, value: ScalarInput, step: StepText): void;
  remove(at: At, step: StepText, emptyParent?: 'keep' | 'remove'): void;
  /** A new key, in its alphabetical place where the map's keys are sorted. */
  insert(raw: RawObject, map: At, key: string, value: Json, step: StepText): void;
  insertItem(list: At, index: number, value: Json, step: StepText): void;
  /** Items at the end of a list of `map`, which is made where it is not there. */
  append(raw: RawObject, map: At, key: string, values: readonly Json[], step: StepText): void;
  removeObject(raw: RawObject, step: StepText): void;
  /** A new object, put where its neighbour's author would look for it. */
  addObject(object: JsonMap, beside: RawObject, step: StepText): void;
  tell(code: string, severity: Consequence['severity'], params?: Consequence['params']): void;
  offer(offer: Plan['offers'][number]): void;
  /** Objects of the input that are changed or deleted so far. */
  touched(): RawObject[];
  finish(): Omit<Plan, 'strategy'> | Refusal;
}

export function startDraft(input: PatchInput): Draft {
  const ops = new Map<string, Map<string, EditOp>>();
  const steps: Step[] = [];
  const consequences = new Map<string, Consequence>();
  const offers: Plan['offers'] = [];
  const removed: RawObject[] = [];
  const appended: FileEdits[] = [];
  const grown = new Map<string, Grown>();

  const fileOf = (doc: string): string => input.ingested.docs.get(doc)?.file ?? doc;
  const add = (at: At, op: EditOp, [code, params = {}]: StepText): void => {
    const its = ops.get(at.doc) ?? new Map<string, EditOp>();
    ops.set(at.doc, its);
    const key = JSON.stringify(op);
    if (its.has(key)) return;
    its.set(key, op);
    say({ code, params, file: fileOf(at.doc), at });
  };

  /** One thing may take several edits; it is said once. */
  const say = (step: Step): void => {
    const same = (s: Step): boolean =>
      s.code === step.code && s.file === step.file && JSON.stringify(s.params) === JSON.stringify(step.params);
    if (!steps.some(same)) steps.push(step);
  };

  return {
    set: (at, value, step) => add(at, { op: 'set', path: at.path, value }, step),
    remove: (at, step, emptyParent = 'keep') => add(at, { op: 'remove', path: at.path, emptyParent }, step),
    insert: (raw, map, key, value, step) => {
      const before = sortedPlace(Object.keys(mapAt(raw, map)), key);
      add(map, { op: 'insert', path: map.path, key, value, ...(before === null ? {} : { where: { before } }) }, step);
    },
    insertItem: (list, index, value, step) => add(list, { op: 'insert-item', path: list.path, index, value }, step),
    append: (raw, map, key, values, [code, params = {}]) => {
      const id = JSON.stringify([map.doc, map.path, key]);
      const its = grown.get(id) ?? { raw, map, key, values: [] };
      grown.set(id, its);
      for (const value of values) if (!its.values.some((v) => JSON.stringify(v) === JSON.stringify(value))) its.values.push(value);
      say({ code, params, file: fileOf(map.doc), at: map });
    },
    removeObject: (raw, step) => {
      if (removed.includes(raw)) return;
      if (raw.path.length > 0) return add({ doc: raw.doc, path: raw.path, part: 'value' }, { op: 'remove', path: raw.path }, step);
      removed.push(raw);
      steps.push({ code: step[0], params: step[1] ?? {}, file: raw.file, at: { doc: raw.doc, path: [], part: 'value' } });
    },
    addObject: (object, beside, [code, params = {}]) => {
      const taken = new Set(appended.map((a) => a.path));
      const place = placeNewObject(input, object, beside, taken);
      if ('op' in place) return add({ doc: beside.doc, path: place.op.path, part: 'value' }, place.op, [code, params]);
      appended.push(place);
      steps.push({ code, params, file: place.path, at: null });
    },
    tell: (code, severity, params = {}) => void consequences.set(JSON.stringify([code, params]), { code, params, severity }),
    touched: () =>
      input.ingested.objects.filter(
        (o) =>
          removed.includes(o) ||
          [...grown.values()].some((g) => g.raw === o) ||
          [...(ops.get(o.doc)?.values() ?? [])].some((op) => o.path.every((step, i) => step === op.path[i])),
      ),
    offer: (offer) => void offers.push(offer),
    finish() {
      const files = new Map<string, TextEdit[]>();
      const into = (path: string, edits: readonly TextEdit[]): void => void files.set(path, [...(files.get(path) ?? []), ...edits]);
      for (const id of new Set([...ops.keys(), ...[...grown.values()].map((g) => g.map.doc)])) {
        const doc = input.ingested.docs.get(id);
        if (!doc || removed.some((raw) => raw.doc === id)) continue;
        const lists = [...grown.values()].filter((g) => g.map.doc === id).map(growth);
        const result = editTwice(
          doc.text,
          [...(ops.get(id)?.values() ?? []), ...lists.flatMap((l) => l.now)],
          lists.flatMap((l) => l.later),
        );
        if (!result.ok)
          return refuse('cannot-edit', { file: doc.file, line: doc.line, reason: result.reason, path: result.path.join('.') });
        into(
          doc.file,
          result.edits.map((e) => ({ start: e.start + doc.start, end: e.end + doc.start, text: e.text })),
        );
      }
      for (const { path, edits } of [...documentRemovals(input, removed), ...appended]) into(path, edits);
      return { files: [...files].map(([path, edits]) => sorted(path, edits)), steps, consequences: [...consequences.values()], offers };
    },
  };
}

interface Grown {
  raw: RawObject;
  map: At;
  key: string;
  values: Json[];
}

/** An empty list takes one item at a time: what comes behind the first is put there once that stands. */
function growth({ raw, map, key, values }: Grown): { now: EditOp[]; later: EditOp[] } {
  const there = mapAt(raw, map);
  const path = [...map.path, key];
  if (!Object.hasOwn(there, key)) {
    const before = sortedPlace(Object.keys(there), key);
    return {
      now: [{ op: 'insert', path: map.path, key, value: [...values], ...(before === null ? {} : { where: { before } }) }],
      later: [],
    };
  }
  const length = listAt(raw, { path }).length;
  const items = values.map((value, i): EditOp => ({ op: 'insert-item', path, index: length === 0 ? i : length, value }));
  return length === 0 ? { now: items.slice(0, 1), later: items.slice(1) } : { now: items, later: [] };
}

function editTwice(text: string, now: readonly EditOp[], later: readonly EditOp[]): ReturnType<typeof editDocument> {
  let result = editDocument(text, now);
  for (const op of later) {
    if (!result.ok) return result;
    const next = editDocument(applyEdits(text, result.edits), [op]);
    result = next.ok ? { ok: true, edits: composeEdits(text, result.edits, next.edits) } : next;
  }
  return result;
}

const sorted = (path: string, edits: TextEdit[]): FileEdits => ({
  path,
  edits: edits.toSorted((a, b) => a.start - b.start || a.end - b.end),
});

/** The key before which a new one keeps a sorted map sorted; null: at the end. */
function sortedPlace(keys: readonly string[], key: string): string | null {
  if (keys.length < 2 || keys.some((k, i) => i > 0 && k < (keys[i - 1] as string))) return null;
  return keys.find((k) => k > key) ?? null;
}
