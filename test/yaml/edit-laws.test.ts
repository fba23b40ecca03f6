import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  type EditOp,
  editDocument,
  invertEdits,
  type Json,
  type Path,
  type Reading,
  readValue,
  type ScalarInput,
} from '../../src/engine/yaml/index.ts';
import { anyDocument, anyKey, anyScalar, anyValue } from './documents.ts';

/** A value with its maps as key-value lists: no key is special, and order can be left out of a comparison. */
type Model = { map: [string, Model][] } | Model[] | null | boolean | number | string;

const toModel = (v: Json): Model => {
  if (v === null || typeof v !== 'object') return v === 0 ? 0 : v;
  return Array.isArray(v) ? v.map(toModel) : { map: Object.keys(v).map((k): [string, Model] => [k, toModel(v[k] as Json)]) };
};
const sorted = (m: Model): unknown => {
  if (Array.isArray(m)) return m.map(sorted);
  if (m === null || typeof m !== 'object') return m;
  return { map: m.map.map(([k, v]) => [k, sorted(v)]).sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)) };
};
const childAt = (m: Model, step: string | number): Model =>
  (Array.isArray(m) ? m[step as number] : (m as { map: [string, Model][] }).map.find(([k]) => k === step)?.[1]) as Model;
const at = (m: Model, path: Path): Model => path.reduce(childAt, m);

/** What an operation means, on values. */
function apply(root: Model, op: EditOp): Model {
  const copy = structuredClone(root);
  if (op.path.length === 0 && (op.op === 'set' || op.op === 'rename' || op.op === 'remove')) throw new Error('not on the root');
  const holder = at(copy, op.path.slice(0, -1));
  const last = op.path.at(-1) as string | number;
  const own = op.path.length === 0 ? copy : childAt(holder, last);
  if (op.op === 'insert') (own as { map: [string, Model][] }).map.push([op.key, toModel(op.value)]);
  if (op.op === 'insert-item') (own as Model[]).splice(op.index, 0, toModel(op.value));
  if (Array.isArray(holder)) {
    if (op.op === 'set') holder[last as number] = toModel(op.value);
    if (op.op === 'remove') holder.splice(last as number, 1);
  } else if (op.path.length > 0) {
    const map = (holder as { map: [string, Model][] }).map;
    const i = map.findIndex(([k]) => k === last);
    if (op.op === 'set') (map[i] as [string, Model])[1] = toModel(op.value);
    if (op.op === 'rename') (map[i] as [string, Model])[0] = op.key;
    if (op.op === 'remove') map.splice(i, 1);
  }
  return copy;
}

function paths(m: Model, path: Path = []): Path[] {
  if (Array.isArray(m)) return [path, ...m.flatMap((v, i) => paths(v, [...path, i]))];
  if (m === null || typeof m !== 'object') return [path];
  return [path, ...m.map.flatMap(([k, v]) => paths(v, [...path, k]))];
}

/** Read without complaint; a lone `...` is complained about or not by what stands beside it, so it is left out. */
const isSound = ({ text, read }: { text: string; read: Reading }) =>
  read.value !== undefined && read.problems.length === 0 && !/\.\.\.|…/.test(text);

/** A random operation that makes sense for a random place of the document. */
function anyOp(root: Model): fc.Arbitrary<EditOp> {
  return fc.constantFrom(...paths(root)).chain((path): fc.Arbitrary<EditOp> => {
    const value = at(root, path);
    const choices: fc.Arbitrary<EditOp>[] = [];
    const inMap = path.length > 0 && !Array.isArray(at(root, path.slice(0, -1)));
    if (path.length > 0) choices.push(fc.constant<EditOp>({ op: 'remove', path }));
    if (inMap) {
      const taken = (at(root, path.slice(0, -1)) as { map: [string, Model][] }).map.map(([k]) => k);
      choices.push(anyKey.filter((k) => !taken.includes(k)).map((key): EditOp => ({ op: 'rename', path, key })));
    }
    if (Array.isArray(value)) {
      choices.push(fc.tuple(fc.nat(value.length), anyValue).map(([index, v]): EditOp => ({ op: 'insert-item', path, index, value: v })));
    } else if (value !== null && typeof value === 'object') {
      const keys = value.map.map(([k]) => k);
      const where =
        keys.length === 0
          ? fc.constant({})
          : fc.oneof(
              fc.constant({}),
              fc.constantFrom(...keys).chain((k) => fc.constantFrom({ where: { before: k } }, { where: { after: k } })),
            );
      const key = anyKey.filter((k) => !keys.includes(k));
      choices.push(fc.tuple(key, anyValue, where).map(([k, v, w]): EditOp => ({ op: 'insert', path, key: k, value: v, ...w })));
    } else if (path.length > 0) {
      choices.push(anyScalar.map((v): EditOp => ({ op: 'set', path, value: v })));
    }
    return fc.oneof(...choices);
  });
}

const documentAndOp = anyDocument
  .map((text) => ({ text, read: readValue(text) }))
  .filter(isSound)
  .chain(({ text, read }) => anyOp(toModel(read.value as Json)).map((op) => ({ text, before: toModel(read.value as Json), op })));

describe('an edit of any document', () => {
  test('does to the value what it says, and nothing else; undone, the bytes are back', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(documentAndOp, ({ text, before, op }) => {
        const result = editDocument(text, [op]);
        if (!result.ok) return expect.fail(`${result.reason} in\n${text}`);
        const changed = applyEdits(text, result.edits);
        const after = readValue(changed);
        expect(after.problems, changed).toEqual([]);
        expect(sorted(toModel(after.value as Json)), changed).toEqual(sorted(apply(before, op)));
        expect(applyEdits(changed, invertEdits(text, result.edits))).toBe(text);
      }),
      { numRuns: Number(process.env.FUZZ ?? 500) },
    );
  });
});

/** Removals and settings of one batch, on values: paths are those of the value as it was. */
function applyAll(
  m: Model,
  path: Path,
  removed: Map<string, boolean>,
  set: Map<string, ScalarInput>,
  inserts: EditOp[],
): Model | undefined {
  const id = JSON.stringify(path);
  if (removed.has(id)) return undefined;
  if (set.has(id)) return toModel(set.get(id) as Json);
  if (m === null || typeof m !== 'object') return m;
  const steps = Array.isArray(m) ? m.map((v, i): [string | number, Model] => [i, v]) : m.map;
  const kept = steps
    .map(([step, v]): [string | number, Model | undefined] => [step, applyAll(v, [...path, step], removed, set, inserts)])
    .filter((e): e is [string | number, Model] => e[1] !== undefined);
  // A parent that lost its last child goes as well where one of its children asked for that.
  const cascades = steps.length > 0 && kept.length === 0 && path.length > 0 && steps.some(([step, v]) => asks(v, [...path, step], removed));
  if (cascades) return undefined;
  const here = inserts.filter((op) => JSON.stringify(op.path) === id);
  if (!Array.isArray(m))
    return {
      map: [
        ...(kept as [string, Model][]),
        ...here.flatMap((op): [string, Model][] => (op.op === 'insert' ? [[op.key, toModel(op.value)]] : [])),
      ],
    };
  const added = (index: number) => here.flatMap((op) => (op.op === 'insert-item' && op.index === index ? [toModel(op.value)] : []));
  return [...m.flatMap((_, i) => [...added(i), ...kept.filter(([step]) => step === i).map(([, v]) => v)]), ...added(m.length)];
}

/** True when this child was removed with `emptyParent: 'remove'`, itself or because its own last child was. */
function asks(m: Model, path: Path, removed: Map<string, boolean>): boolean {
  const own = removed.get(JSON.stringify(path));
  if (own === true) return true;
  if (m === null || typeof m !== 'object') return false;
  const steps = Array.isArray(m) ? m.map((v, i): [string | number, Model] => [i, v]) : m.map;
  return own === undefined && steps.some(([step, v]) => asks(v, [...path, step], removed));
}

const documentAndBatch = anyDocument
  .map((text) => ({ text, read: readValue(text) }))
  .filter(isSound)
  .chain(({ text, read }) => {
    const before = toModel(read.value as Json);
    const all = paths(before).filter((p) => p.length > 0);
    const removals = fc.uniqueArray(fc.tuple(fc.constantFrom(...all), fc.boolean()), {
      maxLength: 6,
      selector: ([p]) => JSON.stringify(p),
    });
    const scalars = all.filter((p) => {
      const v = at(before, p);
      return v === null || typeof v !== 'object';
    });
    const sets: fc.Arbitrary<[Path, ScalarInput][]> =
      scalars.length === 0
        ? fc.constant([])
        : fc.uniqueArray(fc.tuple(fc.constantFrom(...scalars), anyScalar), { maxLength: 4, selector: ([p]) => JSON.stringify(p) });
    const inserts = fc
      .array(anyOp(before), { maxLength: 3 })
      .map((ops) => ops.filter((op) => op.op === 'insert' || op.op === 'insert-item'));
    return fc.record({ text: fc.constant(text), before: fc.constant(before), removals, sets, inserts });
  });

describe('a batch of edits', () => {
  test('removes, sets and inserts what it says, all at once', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(documentAndBatch, ({ text, before, removals, sets, inserts }) => {
        const gone = (p: Path) => removals.some(([r]) => r.every((step, i) => step === p[i]));
        const kept = sets.filter(([p]) => !gone(p));
        const ops: EditOp[] = [
          ...inserts,
          ...kept.map(([path, value]): EditOp => ({ op: 'set', path, value })),
          ...removals.map(([path, cascade]): EditOp => ({ op: 'remove', path, emptyParent: cascade ? 'remove' : 'keep' })),
        ];
        const result = editDocument(text, ops);
        // Insertions may get in the way of others; then nothing is done, and that is said.
        if (!result.ok && inserts.length > 0) {
          expect(['overlap', 'key-exists']).toContain(result.reason);
          return;
        }
        if (!result.ok) return expect.fail(`${result.reason} in\n${text}`);
        const changed = applyEdits(text, result.edits);
        const after = readValue(changed);
        const removed = new Map(removals.map(([p, cascade]) => [JSON.stringify(p), cascade]));
        const expected = applyAll(before, [], removed, new Map(kept.map(([p, v]) => [JSON.stringify(p), v])), inserts);
        expect(after.problems, changed).toEqual([]);
        expect(sorted(toModel(after.value as Json)), `${JSON.stringify(ops)}\n${text}\n=>\n${changed}`).toEqual(sorted(expected as Model));
      }),
      { numRuns: Number(process.env.FUZZ ?? 500) },
    );
  });
});
