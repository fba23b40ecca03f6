import type { LinkState } from '../chain/index.ts';
import type { Change, SceneNode } from './types.ts';

/** How a state is told apart without colour: a sign, a word (area `chain`, `state.…`) and a line style. Order of the legend. */
export const STATE_SIGNS: Readonly<Record<LinkState, string>> = { ok: '✓', broken: '✕', unknown: '?', 'not-enforced': '◇' };
export const STATES = Object.keys(STATE_SIGNS) as LinkState[];

/** Lengths of strokes and gaps, in pixels. */
export const STATE_DASHES: Readonly<Record<LinkState, readonly number[]>> = {
  ok: [],
  broken: [9, 5],
  unknown: [1, 5],
  'not-enforced': [7, 3, 1, 3],
};

/** Signs of a before/after picture; words in area `scene`, `change.…`. */
export const CHANGE_SIGNS: Readonly<Record<NonNullable<Change>, string>> = { added: '+', removed: '−', changed: '~' };
export const CHANGES = Object.keys(CHANGE_SIGNS) as NonNullable<Change>[];

/** Who makes a node; words in area `scene`, `origin.…`. */
export const ORIGINS: readonly SceneNode['origin'][] = ['input', 'operator', 'cluster', 'outside', 'missing', 'absent'];

/** A closed and an open lock, as strokes on a 16 × 16 grid. */
export const LOCKS = {
  https: 'M4 7.2h8v6H4zM5.6 7.2V5a2.4 2.4 0 0 1 4.8 0v2.2',
  http: 'M4 7.2h8v6H4zM5.6 7.2V4.6a2.4 2.4 0 0 1 4.6-.9',
} as const;
