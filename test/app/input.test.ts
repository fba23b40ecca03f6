import { expect, it } from 'vitest';
import { createInputStore, deltaOf, EMPTY, type Input, withFiles, withGoal, withGoalUp, withoutGoal } from '../../src/app/state/input.ts';
import type { Goal } from '../../src/engine/patch/index.ts';

const file = (path: string, text = path) => ({ path, text });
const goal = (chain: string, to: 'http' | 'https' = 'http'): Goal => ({ chain, goal: to, names: 'keep', removeUnusedRbac: false });
const input = (...paths: string[]): Input =>
  withFiles(
    EMPTY,
    paths.map((p) => file(p)),
  );
const order = (i: Input) => i.files.map((f) => f.path).join(' ');

it('adds new files at the end and replaces old ones in place', () => {
  const before = input('a', 'b', 'c');
  const after = withFiles(before, [file('d'), file('b', 'new')]);
  expect(order(after)).toBe('a b c d');
  expect(after.files[1]?.text).toBe('new');
});

it('keeps one goal a chain, in the order they were wanted', () => {
  let i = withGoal(withGoal(EMPTY, goal('x')), goal('y'));
  i = withGoal(i, goal('x', 'https'));
  expect(i.goals.map((g) => `${g.chain}:${g.goal}`)).toEqual(['x:https', 'y:http']);
  expect(withoutGoal(i, goal('x')).goals.map((g) => g.chain)).toEqual(['y']);
  // Other wishes of a chain stand beside its scheme, and move up.
  i = withGoal(i, { ...goal('x'), goal: 'outside' });
  i = withGoalUp(i, { chain: 'x', goal: 'outside' });
  expect(i.goals.map((g) => `${g.chain}:${g.goal}`)).toEqual(['x:https', 'x:outside', 'y:http']);
  expect(withGoalUp(i, { chain: 'x', goal: 'http' })).toBe(i);
});

it('tells the engine only what changed', () => {
  const before = input('a', 'b');
  expect(deltaOf(before, before)).toBeNull();
  expect(deltaOf(before, withGoal(before, goal('x')))).toBeNull();
  expect(deltaOf(before, { ...before, defaultNamespace: 'ops' })).toEqual({ defaultNamespace: 'ops' });
  const more = withFiles(before, [file('c')]);
  expect(deltaOf(before, more)).toEqual({ put: [file('c')], remove: [] });
  expect(deltaOf(more, { ...more, files: more.files.slice(1) })).toEqual({ put: [], remove: ['a'] });
});

it('sends everything again when the order of files changed, because later documents replace earlier ones', () => {
  const whole = input('a', 'b', 'c');
  const less = { ...whole, files: whole.files.slice(1) };
  expect(deltaOf(less, whole)).toMatchObject({ clear: true });
  expect(deltaOf(less, whole)?.put?.map((f) => f.path)).toEqual(['a', 'b', 'c']);
});

it('undoes and redoes files and goals together', () => {
  const store = createInputStore();
  store.setState(input('a'), true);
  store.setState(withGoal(store.getState(), goal('x')), true);
  store.temporal.getState().undo();
  expect(store.getState().goals).toEqual([]);
  expect(order(store.getState())).toBe('a');
  store.temporal.getState().undo();
  expect(order(store.getState())).toBe('');
  store.temporal.getState().redo();
  store.temporal.getState().redo();
  expect(store.getState().goals).toHaveLength(1);
});
