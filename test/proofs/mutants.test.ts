import { describe, expect, it, test } from 'vitest';
import { HEALTHY } from './healthySets.ts';
import { type Accepted, everyMutant, type Hunt, hunt, isAccepted, killRate, stale } from './hunt.ts';
import { analysed } from './said.ts';

const ACCEPTED: Accepted[] = [
  { what: /valueFrom(\.fieldRef(\.fieldPath)?)? \[/, why: 'the API server refuses the pod: a variable needs a source that it knows' },
  { what: /args\.\d+ \[delete\]/, why: 'a proxy without --upstream: to which of several processes it passes on is not known' },
  { what: /args\.\d+ \[--upstream=/, why: 'the port belongs to another process of the pod, or to one that is of no known program' },
];

const hunts: Hunt[] = [];

describe.each(HEALTHY)('%s, one thing broken at a time', (_name, files) => {
  const analysis = analysed(files);
  it('works as it is', () => expect(analysis.chains.filter((c) => c.status !== 'ok')).toEqual([]));
  it('is noticed, or known not to be', () => {
    const found = hunt(analysis, everyMutant(analysis), analysed);
    hunts.push(found);
    expect(found.survivors.filter((s) => !isAccepted(ACCEPTED, s))).toEqual([]);
  });
});

test('of at least 500 that change something, 98 of a hundred are noticed', () => {
  expect(hunts.reduce((sum, h) => sum + h.changed, 0)).toBeGreaterThan(500);
  expect(killRate(hunts)).toBeGreaterThanOrEqual(0.98);
  expect(stale(hunts, ACCEPTED)).toEqual([]);
});
