import { temporal } from 'zundo';
import { createStore } from 'zustand/vanilla';
import type { FilesDelta } from '../../engine/api.ts';
import type { SourceFile } from '../../engine/ingest/index.ts';
import type { Goal } from '../../engine/patch/index.ts';

/** All that is true: everything else on the screen is derived from it, and it alone is saved, shared and undone. */
export interface Input {
  files: readonly SourceFile[];
  goals: readonly Goal[];
  defaultNamespace: string;
  /** Version of the operator, such as `v0.80`; null: as the input says, else the newest. */
  operatorVersion: string | null;
}

export const EMPTY: Input = { files: [], goals: [], defaultNamespace: 'default', operatorVersion: null };

/** The input with its history. Written by the session's gateway only. */
export const createInputStore = () =>
  createStore<Input>()(
    temporal(() => EMPTY, {
      limit: 50,
      equality: (a, b) =>
        a.files === b.files && a.goals === b.goals && a.defaultNamespace === b.defaultNamespace && a.operatorVersion === b.operatorVersion,
    }),
  );

/** Files put over those with the same path, in place; new ones at the end. */
export function withFiles(input: Input, put: readonly SourceFile[]): Input {
  const byPath = new Map(input.files.map((f) => [f.path, f]));
  for (const file of put) byPath.set(file.path, file);
  return { ...input, files: [...byPath.values()] };
}

/** What is wanted of a goal's chain: `http` and `https` are one wish, every other goal is one of its own. */
type Wish = Pick<Goal, 'chain' | 'goal'>;
const isScheme = (goal: string): boolean => goal === 'http' || goal === 'https';
export const sameWish = (a: Wish, b: Wish): boolean => a.chain === b.chain && (a.goal === b.goal || (isScheme(a.goal) && isScheme(b.goal)));

/** A new goal takes the place of the old one of the same wish, or comes last. */
export function withGoal(input: Input, goal: Goal): Input {
  const at = input.goals.findIndex((g) => sameWish(g, goal));
  return { ...input, goals: at < 0 ? [...input.goals, goal] : input.goals.with(at, goal) };
}
export const withoutGoal = (input: Input, wish: Wish): Input => ({ ...input, goals: input.goals.filter((g) => !sameWish(g, wish)) });

/** A goal one place up: each applies to the text the one before it produced. */
export function withGoalUp(input: Input, wish: Wish): Input {
  const at = input.goals.findIndex((g) => sameWish(g, wish));
  const [goal, above] = [input.goals[at], input.goals[at - 1]];
  return goal && above ? { ...input, goals: input.goals.with(at - 1, goal).with(at, above) } : input;
}

/**
 * What to tell the engine, or null when nothing it reads has changed. Files are compared by identity; where the order of
 * the old ones changed (an undo), everything is sent again, because later documents replace earlier ones.
 */
export function deltaOf(before: Input, after: Input): FilesDelta | null {
  const settings: FilesDelta = {
    ...(before.defaultNamespace === after.defaultNamespace ? {} : { defaultNamespace: after.defaultNamespace }),
    ...(before.operatorVersion === after.operatorVersion ? {} : { operatorVersion: after.operatorVersion }),
  };
  if (before.files === after.files) return Object.keys(settings).length > 0 ? settings : null;
  const old = new Map(before.files.map((f) => [f.path, f]));
  const now = new Set(after.files.map((f) => f.path));
  const kept = before.files.filter((f) => now.has(f.path));
  if (kept.some((f, i) => after.files[i]?.path !== f.path)) return { clear: true, put: [...after.files], ...settings };
  const put = after.files.filter((f) => old.get(f.path) !== f);
  const remove = before.files.filter((f) => !now.has(f.path)).map((f) => f.path);
  return { put, remove, ...settings };
}
