import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { buildReport } from '../../src/engine/export/index.ts';
import { planGoal, STRATEGIES } from '../../src/engine/patch/index.ts';
import { chainScene, overviewScene } from '../../src/engine/scene/index.ts';
import { readValue, splitDocuments } from '../../src/engine/yaml/index.ts';
import { english } from '../../src/words/index.ts';
import { sayIn } from '../../src/words/say.ts';
import { SHOP } from '../fixtures/shop.ts';
import { NASTY, paths, replaced } from './nasty.ts';

const documents = splitDocuments(SHOP).map((slice) => readValue(slice.text).value);
const places = documents.flatMap((document, i) => paths(document).map((path) => ({ i, path })));

/** Everything a screen or a report would ask of an analysis. */
function useAll(text: string): void {
  const analysis = analyze([{ path: 'all.yaml', text }], { defaultNamespace: 'default' });
  const report = buildReport(analysis, sayIn(english));
  JSON.stringify(report);
  structuredClone([overviewScene(analysis), ...analysis.chains.map((chain) => [chain, chainScene(analysis, chain)])]);
  for (const { id } of analysis.chains)
    for (const goal of ['http', 'https'] as const) planGoal(analysis, { chain: id, goal, names: 'tidy', removeUnusedRbac: true });
}

it('takes any value anywhere in the manifests', () => {
  expect(places.length).toBeGreaterThan(60);
  for (const { i, path } of places)
    for (const by of NASTY) {
      const changed = documents.map((document, at) => (at === i ? replaced(document, path, by) : document));
      const text = changed.map((document) => JSON.stringify(document)).join('\n---\n');
      expect(() => useAll(text), `${path.join('.')} = ${JSON.stringify(by)}`).not.toThrow();
    }
});

it('takes any text, and any cut or doubled piece of a manifest', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => useAll(text)));
  const cut = fc.tuple(fc.nat(SHOP.length), fc.nat(SHOP.length), fc.string({ maxLength: 5 }));
  fc.assert(fc.property(cut, ([from, to, between]) => useAll(SHOP.slice(0, from) + between + SHOP.slice(to))));
});

it('gives every strategy an id of its own', () => {
  expect(STRATEGIES.length).toBeGreaterThan(0);
  expect(new Set(STRATEGIES.map((s) => s.id)).size).toBe(STRATEGIES.length);
});
