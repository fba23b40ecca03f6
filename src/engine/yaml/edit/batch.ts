import { find } from '../locate.ts';
import { type EditContext, Refusal } from './context.ts';
import { childrenOf, type Removals, startsWith } from './remove.ts';
import type { EditOp } from './types.ts';

/**
 * Refuses batches whose operations get in each other's way without their edits overlapping: work inside what is removed,
 * insertions where all that was there goes or where nothing was, names given twice.
 */
export function checkBatch(c: EditContext, ops: readonly EditOp[], removals: Removals): void {
  const names = new Set<string>();
  const opened = new Set<string>();
  for (const op of ops) {
    if (op.op === 'remove') continue;
    const inserts = op.op === 'insert' || op.op === 'insert-item';
    for (const [node, { path, gone }] of removals) {
      if (!startsWith(op.path, path)) continue;
      const emptied = gone.size === childrenOf(node).length;
      const step = op.path.length > path.length ? find(c.root, op.path.slice(0, path.length + 1)) : null;
      if (step ? gone.has(step.index) : inserts && emptied) throw new Refusal('overlap', op.path);
    }
    if (op.op === 'insert' || op.op === 'rename') {
      const name = JSON.stringify([op.op === 'insert' ? op.path : op.path.slice(0, -1), op.key]);
      if (names.has(name)) throw new Refusal('key-exists', op.path);
      names.add(name);
    }
    if (inserts) {
      const node = find(c.root, op.path)?.node;
      const id = JSON.stringify(op.path);
      const isEmpty = !node || (node.type !== 'map' && node.type !== 'seq') || childrenOf(node).length === 0;
      if (isEmpty && opened.has(id)) throw new Refusal('overlap', op.path);
      opened.add(id);
    }
  }
}
