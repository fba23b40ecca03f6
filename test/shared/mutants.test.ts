import { describe, expect, it, test } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { createReadCache } from '../../src/engine/ingest/index.ts';
import { everyMutant, type Hunt, hunt } from '../proofs/hunt.ts';
import { random, sample } from '../proofs/mutate.ts';
import { goldenSets } from './sets.ts';

/** Of each set; the larger ones have thousands. */
const MOST = 120;

/** What may go unnoticed, and why. */
const ACCEPTED: [what: RegExp, why: string][] = [];

const hunts: Hunt[] = [];
const sets = [...goldenSets()].flatMap((set) => {
  const cache = createReadCache();
  const run = (files: typeof set.files) => analyze(files, { defaultNamespace: set.defaultNamespace }, cache);
  const analysis = run(set.files);
  return analysis.chains.some((c) => c.status === 'ok') ? [{ name: set.name, analysis, run }] : [];
});

describe.each(sets)('$name, one thing broken at a time', ({ analysis, run }) => {
  it('is noticed, or known not to be', () => {
    const found = hunt(analysis, sample(everyMutant(analysis), MOST, random(7)), (files) => run([...files]));
    hunts.push(found);
    expect(found.survivors.filter((s) => !ACCEPTED.some(([what]) => what.test(s)))).toEqual([]);
  });
});

test('of at least 500 that change something, 98 of a hundred are noticed', () => {
  const changed = hunts.reduce((sum, h) => sum + h.changed, 0);
  const survivors = hunts.flatMap((h) => h.survivors);
  expect(changed).toBeGreaterThan(500);
  expect((changed - survivors.length) / changed, survivors.join('\n')).toBeGreaterThanOrEqual(0.98);
  expect(ACCEPTED.filter(([what]) => !survivors.some((s) => what.test(s)))).toEqual([]);
});
