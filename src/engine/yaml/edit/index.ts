import type { Locator } from '../locate.ts';
import type { Path, TextEdit } from '../types.ts';
import { areDisjoint, sortEdits } from './apply.ts';
import { checkBatch } from './batch.ts';
import { type EditContext, openContext, Refusal } from './context.ts';
import { insertEntryEdits, insertItemEdits } from './insert.ts';
import { planRemovals, removeEdits } from './remove.ts';
import { renameEdits, setEdits } from './set.ts';
import type { EditOp, EditResult, ScalarInput } from './types.ts';

export { applyEdits, invertEdits, sortEdits } from './apply.ts';
export type { EditOp, EditResult, ScalarInput } from './types.ts';

/**
 * The edits for all operations, each meant for the text as it is now: paths do not shift while the batch is made.
 * Pass the locator of the text where there is one, and it is not parsed again.
 */
export function editDocument(text: string, ops: readonly EditOp[], locator?: Locator): EditResult {
  try {
    const context = openContext(text, locator);
    const removals = planRemovals(
      context,
      ops.filter((op) => op.op === 'remove'),
    );
    checkBatch(context, ops, removals);
    // Where a nested and an outer collection end on the same line, what is added to the nested one comes first.
    const inward = [...ops].sort((a, b) => b.path.length - a.path.length);
    const edits = sortEdits([...inward.flatMap((op) => editsOf(context, op)), ...removeEdits(context, removals)]);
    if (!areDisjoint(edits, text.length)) return { ok: false, reason: 'overlap', path: ops[0]?.path ?? [] };
    return { ok: true, edits };
  } catch (e) {
    if (e instanceof Refusal) return { ok: false, reason: e.reason, path: e.path };
    throw e;
  }
}

function editsOf(c: EditContext, op: EditOp): TextEdit[] {
  switch (op.op) {
    case 'set':
      return setEdits(c, op.path, op.value);
    case 'rename':
      return renameEdits(c, op.path, op.key);
    case 'insert':
      return insertEntryEdits(c, op.path, op.key, op.value, op.where);
    case 'insert-item':
      return insertItemEdits(c, op.path, op.index, op.value);
    case 'remove':
      return [];
  }
}

/** Another value for one scalar; it keeps its quotes where the value allows, and gets quotes where it needs them. */
export function setScalar(text: string, path: Path, value: ScalarInput, locator?: Locator): EditResult {
  return editDocument(text, [{ op: 'set', path, value }], locator);
}
