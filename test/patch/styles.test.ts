import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Document, parseAllDocuments, type ToStringOptions } from 'yaml';
import type { SourceFile } from '../../src/engine/ingest/index.ts';
import { applyGoals, type Goal, previewGoals, waysTo } from '../../src/engine/patch/index.ts';
import { readValue, splitDocuments } from '../../src/engine/yaml/index.ts';
import { edit, SHOP } from '../fixtures/shop.ts';
import { CASES, run, withPrometheus } from './cases.ts';

type Value = Record<string, unknown>;
/** How people write the same objects. */
interface Style extends ToStringOptions {
  indent: 2 | 4;
  indentSeq: boolean;
  flow: boolean;
  quote: 'PLAIN' | 'QUOTE_DOUBLE' | 'QUOTE_SINGLE';
  crlf: boolean;
  json: boolean;
  /** Labels written once and referred to afterwards. */
  anchors: boolean;
  files: 'one' | 'each';
}

const style = fc.record<Style>({
  indent: fc.constantFrom(2, 4),
  indentSeq: fc.boolean(),
  flow: fc.boolean(),
  quote: fc.constantFrom('PLAIN', 'QUOTE_DOUBLE', 'QUOTE_SINGLE'),
  crlf: fc.boolean(),
  json: fc.boolean(),
  anchors: fc.boolean(),
  files: fc.constantFrom('one', 'each'),
});

/** Maps with equal contents become one, so that the second is written as an alias. */
function shared(value: unknown, known = new Map<string, unknown>()): unknown {
  if (Array.isArray(value)) return value.map((v) => shared(v, known));
  if (value === null || typeof value !== 'object') return value;
  const key = JSON.stringify(value);
  if (!known.has(key)) known.set(key, Object.fromEntries(Object.entries(value).map(([k, v]) => [k, shared(v, known)])));
  return known.get(key);
}

function textOf(value: Value, s: Style): string {
  const { indent, indentSeq, flow, quote, crlf, json, anchors } = s;
  if (json) return `${JSON.stringify(value, null, indent)}\n`;
  const doc = new Document(anchors ? shared(value) : value, { aliasDuplicateObjects: anchors });
  const text = doc.toString({
    ...{ indent, indentSeq, lineWidth: 0, defaultKeyType: 'PLAIN', defaultStringType: quote },
    ...(flow ? { collectionStyle: 'flow' as const } : {}),
  });
  return crlf ? text.replaceAll('\n', '\r\n') : text;
}

function filesOf(values: readonly Value[], s: Style): SourceFile[] {
  if (s.files === 'each' || s.json) return values.map((v, i) => ({ path: `${i}.${s.json ? 'json' : 'yaml'}`, text: textOf(v, s) }));
  return [{ path: 'all.yaml', text: values.map((v) => textOf(v, s)).join(s.crlf ? '---\r\n' : '---\n') }];
}

const valuesOf = (files: readonly SourceFile[]): Value[] =>
  files.flatMap((f) => parseAllDocuments(f.text).flatMap((d) => (d.contents ? [d.toJS() as Value] : [])));

/** What a set of files means: its objects, in an order of their own. */
const meaning = (files: readonly SourceFile[]): string[] =>
  files
    .flatMap((f) => splitDocuments(f.text).map((d) => stable(readValue(d.text).value ?? null)))
    .filter((t) => t !== 'null')
    .sort();
const stable = (value: unknown): string =>
  JSON.stringify(value, (_, v) =>
    v !== null && typeof v === 'object' && !Array.isArray(v)
      ? Object.fromEntries(Object.entries(v as object).sort(([a], [b]) => (a < b ? -1 : 1)))
      : v,
  );

const SETS: readonly Value[][] = [
  ...CASES.map((name) => valuesOf(withPrometheus(name))),
  valuesOf([{ path: 'a', text: SHOP }]),
  valuesOf([{ path: 'a', text: edit(SHOP, ['- port: http-metrics', '- port: metric']) }]),
];
const GOALS: readonly Goal['goal'][] = ['http', 'https', 'outside', 'tidy-names', 'fix:port-not-found'];
const PLAIN: Style = { indent: 2, indentSeq: false, flow: false, quote: 'PLAIN', crlf: false, json: false, anchors: false, files: 'each' };

describe('in whatever style people write', () => {
  it('a change means the same, and leaves the other documents as they are', () => {
    const set = fc.nat(SETS.length - 1);
    const goal = fc.nat(GOALS.length - 1);
    fc.assert(
      fc.property(set, goal, fc.nat(20), fc.nat(5), style, fc.boolean(), (which, wish, chainAt, wayAt, s, tidy) => {
        const values = SETS[which] as Value[];
        const canonical = filesOf(values, PLAIN);
        const chains = run(canonical).chains;
        const chain = chains[chainAt % chains.length]?.id ?? '';
        const open: Goal = { chain, goal: GOALS[wish] ?? 'http', names: tidy ? 'tidy' : 'keep', removeUnusedRbac: tidy };
        const ways = waysTo(canonical, open, run).filter((w) => w.refusal === null);
        const way = ways[wayAt % Math.max(ways.length, 1)];
        const wanted: Goal = way ? { ...open, strategy: way.strategy } : open;

        const intended = previewGoals(canonical, [wanted], run);
        const files = filesOf(values, s);
        const preview = previewGoals(files, [wanted], run);
        const [refusal] = preview.refusals;
        // Text that is read in several places is not changed, as that would change all of them.
        if (s.anchors && refusal?.code === 'cannot-edit') return;
        expect(refusal?.code).toEqual(intended.refusals[0]?.code);
        const after = applyGoals(files, [wanted], run);
        expect(meaning(after)).toEqual(meaning(applyGoals(canonical, [wanted], run)));

        const touched = new Set(preview.changes.map((c) => c.path));
        for (const file of files.filter((f) => !touched.has(f.path))) expect(after.find((f) => f.path === file.path)?.text).toBe(file.text);
        for (const change of preview.changes.filter((c) => c.after !== null)) {
          const kept = new Set(splitDocuments(change.after ?? '').map((d) => d.text));
          const means = new Map(splitDocuments(change.after ?? '').map((d) => [stable(readValue(d.text).value ?? null), d.text]));
          for (const doc of splitDocuments(change.before)) {
            const same = means.get(stable(readValue(doc.text).value ?? null));
            if (same !== undefined) expect(kept.has(doc.text) || same.trim() === doc.text.trim()).toBe(true);
          }
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
