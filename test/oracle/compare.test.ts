import { expect, test } from 'vitest';
import { differencesOf } from '../../scripts/oracle/compare.ts';
import { mixesUp, sidesOf } from '../../scripts/oracle/theirs.ts';
import type { Side } from '../../scripts/oracle/types.ts';

const labels = (of: Record<string, string | null>) => new Map(Object.entries(of));
const side = ({ active = [], dropped = [], kept = [] }: Partial<Side>): Side => ({ active, dropped, kept });
const active = (url: string, of: Record<string, string | null>) => ({ url, labels: labels(of) });

test('equal sides agree in any order; an empty label is none, an unknown one is any', () => {
  const ours = side({ active: [active('http://b', { pod: 'b', uid: null }), active('http://a', { pod: 'a', empty: '' })] });
  const theirs = side({ active: [active('http://a', { pod: 'a' }), active('http://b', { pod: 'b', uid: '1-2' })] });
  expect(differencesOf(ours, theirs)).toEqual([]);
});

test('what differs is said label by label; what one side lacks is said whole', () => {
  const ours = side({ active: [active('http://a', { pod: 'a', job: 'x' })], dropped: [labels({ pod: 'd' })] });
  const theirs = side({ active: [active('http://a', { pod: 'a', job: 'y' }), active('http://c', { pod: 'c' })] });
  expect(differencesOf(ours, theirs)).toEqual([
    'active: http://a: job ours "x", Prometheus "y"',
    'active: only Prometheus has http://c {pod="c"}',
    'dropped: only ours has {pod="d"}',
  ]);
});

test('as many as there are: one twin does not stand for two', () => {
  const two = [labels({ pod: 'a' }), labels({ pod: 'a' })];
  expect(differencesOf(side({ dropped: two }), side({ dropped: two }))).toEqual([]);
  expect(differencesOf(side({ dropped: two }), side({ dropped: two.slice(1) }))).toEqual(['dropped: only ours has {pod="a"}']);
});

test('an answer is told apart by the file of its job, and a mix of rules and discovery is noticed', () => {
  const answer = {
    activeTargets: [{ discoveredLabels: { __meta_filepath: 'a.json', job: 'j' }, labels: { job: 'j' }, scrapeUrl: 'http://a' }],
    droppedTargets: [{ discoveredLabels: { __meta_filepath: 'b.json', job: 'k' } }],
  };
  const sides = sidesOf(answer, ['a.json', 'b.json']);
  expect(sides.get('a.json')).toEqual(side({ active: [active('http://a', { job: 'j' })], kept: [labels({ job: 'j' })] }));
  expect(sides.get('b.json')).toEqual(side({ dropped: [labels({ job: 'k' })] }));
  expect(mixesUp(answer, [labels({ job: 'j' })])).toBe(false);
  expect(mixesUp({ ...answer, droppedTargets: [{ discoveredLabels: { job: 'k', made: 'by a rule' } }] }, [labels({ job: 'j' })])).toBe(
    true,
  );
});
