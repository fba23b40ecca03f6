import { COLUMNS, type ColumnRole, type Scene, type SceneEdge, type SceneNode } from '../types.ts';
import { labelWidth, SIZE } from './sizes.ts';

/** The column a node stands in; null for guards, which stand under what they guard. */
export function columnOf(node: SceneNode): ColumnRole | null {
  if (node.guards !== undefined) return null;
  if (node.role === 'container') return 'pod';
  if (node.column) return node.column;
  return COLUMNS.find((c) => c === node.role) ?? null;
}

/** Columns that hold something, as wide as their widest node, as far apart as the labels between them ask for. */
export function columnsOf(nodes: readonly SceneNode[], edges: readonly SceneEdge[]): Scene['columns'] {
  const index = new Map(nodes.map((n) => [n.id, COLUMNS.indexOf(columnOf(n) ?? 'prometheus')]));
  const widths = COLUMNS.map(() => 0);
  for (const node of nodes) {
    const column = columnOf(node);
    if (column === null) continue;
    const i = COLUMNS.indexOf(column);
    const around = node.role === 'container' ? 2 * SIZE.inner : 0;
    widths[i] = Math.max(widths[i] ?? 0, node.width + around);
  }
  const gaps = COLUMNS.map(() => SIZE.gap as number);
  for (const e of edges) {
    const from = index.get(e.from.node) ?? 0;
    // Labels of edges that pass over a column find room elsewhere.
    if (e.kind !== 'chain' || (index.get(e.to.node) ?? 0) !== from + 1) continue;
    const plain = e.from.row === null && e.state === 'ok' && e.scheme === null;
    const marks = (e.scheme ? SIZE.mark : 0) + (e.state === 'ok' ? 0 : SIZE.mark);
    const wanted = labelWidth(shownLabel(e)) + marks + (plain ? 24 : 36);
    gaps[from] = Math.max(gaps[from] ?? 0, Math.min(SIZE.maxGap, wanted));
  }
  let x = 0;
  return COLUMNS.flatMap((role, i) => {
    const width = widths[i] ?? 0;
    if (width === 0) return [];
    const column = { role, x, width };
    x += width + (gaps[i] ?? SIZE.gap);
    return [column];
  });
}

/** A label that repeats the row it leaves from is not written twice. */
export const shownLabel = (e: Pick<SceneEdge, 'label' | 'from'>): string =>
  e.from.row?.endsWith(`|${e.label.split(': ')[0]}`) && /[sS]elector/.test(e.label) ? '' : e.label;
