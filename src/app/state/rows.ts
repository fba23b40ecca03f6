import type { ChainRow } from '../../engine/api.ts';
import type { Status } from '../../engine/chain/index.ts';
import type { Filter } from './view.ts';

/** Worst first: the order of the list and of the status filter. */
export const STATUSES: readonly Status[] = ['broken', 'partial', 'incomplete', 'external', 'ok'];

const weight = (row: ChainRow) => STATUSES.indexOf(row.status) * 2 + (row.warnings.length > 0 ? 0 : 1);

/** Worst first; equals by namespace and monitor, endpoints in their own order. */
export function worstFirst(rows: readonly ChainRow[]): ChainRow[] {
  return [...rows].sort(
    (a, b) =>
      weight(a) - weight(b) ||
      compare(a.namespace, b.namespace) ||
      compare(a.monitor, b.monitor) ||
      compare(a.monitorKind, b.monitorKind) ||
      (a.index ?? -1) - (b.index ?? -1),
  );
}
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Every word of the text must occur somewhere in the row. */
export function filterRows(rows: readonly ChainRow[], filter: Filter): ChainRow[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(
    (row) =>
      (!filter.kind || row.monitorKind === filter.kind) &&
      (!filter.namespace || row.namespace === filter.namespace) &&
      (!filter.status || row.status === filter.status) &&
      words.every((word) => row.haystack.includes(word)),
  );
}
