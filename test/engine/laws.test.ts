import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { buildReport } from '../../src/engine/export/index.ts';
import type { SourceFile } from '../../src/engine/ingest/index.ts';
import { splitDocuments } from '../../src/engine/yaml/index.ts';
import { fixture } from '../fixtures/load.ts';
import { SHOP } from '../fixtures/shop.ts';

const CODES = { finding: (code: string) => code, problem: (code: string) => code };

/** What a report says of its chains, without where things were written and in an order of its own. */
function chainsOf(texts: readonly string[]): unknown[] {
  const files = texts.map((text, i): SourceFile => ({ path: `${i}.yaml`, text }));
  const sorted = (list: readonly unknown[]) => list.map((item) => JSON.stringify(item)).sort();
  return buildReport(analyze(files, { defaultNamespace: 'default' }), CODES)
    .chains.map(({ file: _file, line: _line, targets, selectedBy, ...chain }) => ({
      ...chain,
      selectedBy: sorted(selectedBy),
      targets: sorted(targets),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const documentsOf = (text: string): string[] => splitDocuments(text).map((slice) => slice.text);
const WORLDS: [name: string, documents: string[]][] = [
  ['shop', documentsOf(SHOP)],
  ...['plain', 'two-proxies', 'pod-monitor', 'undeclared', 'kept-port', 'node-exporter/split-port'].map((name): [string, string[]] => [
    name,
    [...fixture('guards'), ...fixture(name)].flatMap((f) => documentsOf(f.text)),
  ]),
];

describe.each(WORLDS)('%s', (_, documents) => {
  const before = chainsOf(documents);

  it('has chains to speak of', () => expect(before.length).toBeGreaterThan(0));

  it('does not depend on the order of documents', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(documents, { minLength: documents.length }), (shuffled) => {
        expect(chainsOf(shuffled)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it('does not depend on how documents are put into files', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: documents.length, maxLength: documents.length }), (into) => {
        const files = [0, 1, 2, 3].map((file) => documents.filter((_doc, i) => into[i] === file).join('\n---\n'));
        expect(chainsOf(files)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });

  it('is not touched by objects that have nothing to do with it', () => {
    const apart = documentsOf(SHOP)
      .slice(2)
      .map((text) => text.replaceAll('cart', 'elsewhere').replaceAll('shop', 'elsewhere').replaceAll('{app:', '{other:'));
    const ids = new Set(before.map((chain) => (chain as { id: string }).id));
    expect(chainsOf([...documents, ...apart]).filter((chain) => ids.has((chain as { id: string }).id))).toEqual(before);
  });
});

it('changes nothing but the name when a namespace is renamed everywhere', () => {
  const rename = (text: string) => text.replaceAll('namespace: shop', 'namespace: bazaar');
  const back = (value: unknown) => JSON.parse(JSON.stringify(value).replaceAll('bazaar', 'shop'));
  expect(rename(SHOP)).not.toBe(SHOP);
  expect(back(chainsOf(documentsOf(rename(SHOP))))).toEqual(chainsOf(documentsOf(SHOP)));
});
