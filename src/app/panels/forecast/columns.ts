import type { ForecastCell, ForecastRow, ForecastSubject } from '../../../engine/forecast/index.ts';

export type Column = Pick<ForecastCell, 'client' | 'asking'>;

/** The columns of a subject, in order of first use: most rows are asked in the same ways. */
export function columnsOf({ rows }: ForecastSubject): Column[] {
  const columns = new Map<string, Column>();
  for (const row of rows) for (const { client, asking } of row.cells) columns.set(`${client}/${asking}`, { client, asking });
  const all = [...columns.values()];
  return (['curl', 'browser', 'prometheus'] as const).flatMap((client) => all.filter((c) => c.client === client));
}

export const cellOf = (row: ForecastRow, column: Column): ForecastCell | undefined =>
  row.cells.find((c) => c.client === column.client && c.asking === column.asking);
