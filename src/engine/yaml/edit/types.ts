import type { Json, Path, TextEdit } from '../types.ts';

export type EditReason =
  /** The document cannot be parsed, so nothing in it can be found safely. */
  | 'unreadable'
  | 'not-found'
  | 'not-a-scalar'
  | 'not-a-map'
  | 'not-a-list'
  | 'key-exists'
  | 'bad-key'
  | 'bad-value'
  /** The text is read in several places (anchor, alias, merge): a change here would change those too. */
  | 'shared'
  /** An explicit tag fixes the type. */
  | 'tagged'
  /** Two operations want the same text. */
  | 'overlap';

export type EditResult = { ok: true; edits: TextEdit[] } | { ok: false; reason: EditReason; path: Path };

export type ScalarInput = string | number | boolean | null;

/** Where a new key goes; at the end of the map if not said. */
export type Where = { before: string } | { after: string };

export type EditOp =
  | { op: 'set'; path: Path; value: ScalarInput }
  | { op: 'rename'; path: Path; key: string }
  | { op: 'remove'; path: Path; emptyParent?: 'keep' | 'remove' }
  | { op: 'insert'; path: Path; key: string; value: Json; where?: Where }
  | { op: 'insert-item'; path: Path; index: number; value: Json };
