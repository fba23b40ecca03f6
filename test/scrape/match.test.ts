import { expect, test } from 'vitest';
import type { Requirement, Selector } from '../../src/engine/objects/index.ts';
import { indexLabels } from '../../src/engine/scrape/labelIndex.ts';
import { allHold, compareLabels, regexMatches } from '../../src/engine/scrape/match.ts';

const at = { doc: '', path: [], part: 'value' as const };
const requirement = (key: string, operator: Requirement['operator'], ...values: string[]): Requirement => ({
  key,
  operator,
  values,
  at,
  fromMatchLabels: false,
});
const selector = (...requirements: Requirement[]): Selector => ({ requirements, at, invalid: null });

test.each([
  ['web', 'web', true],
  ['web', 'web-admin', false],
  ['web.*', 'web-admin', true],
  ['1.2', '1x2', true],
  ['a|b', 'b', true],
  ['a|b', 'ab', false],
  ['(', '(', true],
  ['(', 'x', false],
  ['', '', true],
])('pattern %j against %j: %j', (pattern, value, expected) => {
  expect(regexMatches(pattern, value)).toBe(expected);
});

test.each([
  ['In', ['a', 'b'], { k: 'b' }, true],
  ['In', ['a'], {}, false],
  ['NotIn', ['a'], {}, true],
  ['NotIn', ['a'], { k: 'a' }, false],
  ['Exists', [], { k: '' }, true],
  ['Exists', [], {}, false],
  ['DoesNotExist', [], {}, true],
  ['DoesNotExist', [], { k: 'x' }, false],
] as const)('k %s %j on %j holds: %j', (operator, values, labels, expected) => {
  const wanted = selector(requirement('k', operator, ...values));
  expect(allHold(compareLabels(wanted, labels as Record<string, string>, { mode: 'exact', at: () => at }))).toBe(expected);
});

test('a label of an object whose labels are not all known decides nothing', () => {
  const wanted = selector(requirement('team', 'In', 'obs'));
  const compared = compareLabels(wanted, {}, { mode: 'exact', known: false, at: () => at });
  expect(allHold(compared)).toBe(null);
});

test('a key of Object.prototype is no label', () => {
  const wanted = selector(requirement('constructor', 'Exists'));
  expect(allHold(compareLabels(wanted, {}, { mode: 'exact', at: () => at }))).toBe(false);
});

test('the index offers every object that can match, and few others', () => {
  const objects = Array.from({ length: 100 }, (_, i) => ({ name: `s${i}`, namespace: 'ns', labels: { app: `a${i}`, part: 'all' } }));
  const index = indexLabels(objects, (o) => o);
  const wanted = selector(requirement('app', 'In', 'a7'), requirement('part', 'In', 'all'));
  expect(index.candidates(wanted).map((o) => o.name)).toEqual(['s7']);
  expect(index.candidates(selector(requirement('app', 'In', 'a.')))).toHaveLength(100);
  expect(index.nearCandidates(selector(requirement('app', 'In', 'a7')))).toEqual([]);
  expect(index.named('s3').map((o) => o.name)).toEqual(['s3']);
});
