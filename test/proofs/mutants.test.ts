import { describe, expect, it, test } from 'vitest';
import { HEALTHY } from './healthySets.ts';
import { everyMutant, type Hunt, hunt } from './hunt.ts';
import { analysed } from './said.ts';

/** What may go unnoticed, and why. An entry that nothing needs any more has to go. */
const ACCEPTED: [what: RegExp, why: string][] = [
  [/valueFrom(\.fieldRef(\.fieldPath)?)? \[/, 'the API server refuses the pod: a variable needs a source that it knows'],
  [/bearerTokenFile \[\/.*-x\]/, 'waits for credentials-file-missing: nothing mounts that file'],
  [/args\.\d+ \[delete\]/, 'a proxy without --upstream: to which of several processes it passes on is not known, and nothing is claimed'],
  [/args\.\d+ \[--upstream=/, 'the port belongs to another process of the pod, or to one that is of no known program'],
];

const hunts: Hunt[] = [];

describe.each(HEALTHY)('%s, one thing broken at a time', (_name, files) => {
  const analysis = analysed(files);
  it('works as it is', () => expect(analysis.chains.filter((c) => c.status !== 'ok')).toEqual([]));
  it('is noticed, or known not to be', () => {
    const found = hunt(analysis, everyMutant(analysis), analysed);
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
