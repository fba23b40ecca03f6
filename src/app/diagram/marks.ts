import type { LinkState } from '../../engine/chain/index.ts';
import type { Change, SceneNode } from '../../engine/scene/index.ts';

/** How a state is told apart without colour: a sign, a word (area `chain`, `state.…`) and a line style. Order of the legend. */
export const STATE_SIGNS: Readonly<Record<LinkState, string>> = { ok: '✓', broken: '✕', unknown: '?', 'not-enforced': '◇' };
export const STATES = Object.keys(STATE_SIGNS) as LinkState[];

/** Signs of a before/after picture; words in area `scene`, `change.…`. */
export const CHANGE_SIGNS: Readonly<Record<NonNullable<Change>, string>> = { added: '+', removed: '−', changed: '~' };
export const CHANGES = Object.keys(CHANGE_SIGNS) as NonNullable<Change>[];

/** Who makes a node; words in area `scene`, `origin.…`. */
export const ORIGINS: readonly SceneNode['origin'][] = ['input', 'operator', 'cluster', 'outside', 'missing', 'absent'];
