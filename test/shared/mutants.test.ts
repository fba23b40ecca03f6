import { describe, expect, it, test } from 'vitest';
import { analyze } from '../../src/engine/analyze.ts';
import { createReadCache } from '../../src/engine/ingest/index.ts';
import { type Accepted, everyMutant, type Hunt, hunt, isAccepted, killRate, stale } from '../proofs/hunt.ts';
import { random, sample } from '../proofs/mutate.ts';
import { goldenSets } from './sets.ts';

/** Of each set; the larger ones have thousands. */
const MOST = 50;

const ACCEPTED: Accepted[] = [
  { what: /^Deployment spec\.template\.spec(\.containers)? \[delete\]/, why: 'the API server refuses a pod without containers' },
  { what: /args\.0 \[(delete|--metrics-bind-address=:8444)\]/, why: 'the program is known by this argument only' },
  { what: /endpoints\.0\.path \[/, why: 'the program behind has its path in its code, and no flag tells it' },
  { what: /ports\.0\.containerPort \[8444\]/, why: 'a container of no known program stands beside, and may listen there' },
  { what: /^Deployment spec\.template\.metadata \[delete\]/, why: 'one of several Services has lost its pods, the others are scraped' },
  { what: /^Prometheus metadata\.name \[example-x\]/, why: 'the set has this object twice: now it is two' },
];

const hunts: Hunt[] = [];
const sets = [...goldenSets()].flatMap((set) => {
  // The same set under another default namespace shows nothing more.
  if (set.name.includes('@')) return [];
  const cache = createReadCache();
  const run = (files: typeof set.files) => analyze(files, { defaultNamespace: set.defaultNamespace }, cache);
  const analysis = run(set.files);
  return analysis.chains.some((c) => c.status === 'ok') ? [{ name: set.name, analysis, run }] : [];
});

describe.each(sets)('$name, one thing broken at a time', ({ analysis, run }) => {
  it('is noticed, or known not to be', () => {
    const found = hunt(analysis, sample(everyMutant(analysis), MOST, random(7)), (files) => run([...files]));
    hunts.push(found);
    expect(found.survivors.filter((s) => !isAccepted(ACCEPTED, s))).toEqual([]);
  });
});

test('98 of a hundred that change something are noticed', () => {
  expect(hunts.reduce((sum, h) => sum + h.changed, 0)).toBeGreaterThan(300);
  expect(killRate(hunts), hunts.flatMap((h) => h.survivors).join('\n')).toBeGreaterThanOrEqual(0.98);
  expect(stale(hunts, ACCEPTED)).toEqual([]);
});
