import type { DiffLine } from '../../../engine/export/index.ts';

/** A row of the side-by-side view. */
export interface Pair {
  left: DiffLine | null;
  right: DiffLine | null;
}

/** Removed lines beside the added ones that follow them; unchanged lines beside themselves. */
export function pairLines(lines: readonly DiffLine[]): Pair[] {
  const out: Pair[] = [];
  let removed: DiffLine[] = [];
  let added: DiffLine[] = [];
  const flush = () => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) out.push({ left: removed[i] ?? null, right: added[i] ?? null });
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.kind === 'same') {
      flush();
      out.push({ left: line, right: line });
    } else if (line.kind === 'added') added.push(line);
    else {
      if (added.length > 0) flush();
      removed.push(line);
    }
  }
  flush();
  return out;
}
