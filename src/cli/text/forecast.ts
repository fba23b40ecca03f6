import type { Forecast, ForecastRow, ForecastSubject, Outcome } from '../../engine/forecast/index.ts';
import { classText } from '../../words/forecast.ts';
import type { Words } from '../../words/index.ts';
import { type Paint, painter } from './colour.ts';
import { table } from './width.ts';

/** The forecast to read in a terminal: for each port and vantage point what comes of each way of asking, what to try, and why. */
export function forecastText(forecast: Forecast, words: Words, colour: boolean): string {
  if (forecast.subjects.length === 0) return `${words('app', 'forecast.none')}\n`;
  const paint = painter(colour);
  return `${forecast.subjects.flatMap((subject) => subjectLines(subject, words, paint)).join('\n')}\n`;
}

function subjectLines(subject: ForecastSubject, words: Words, paint: Paint): string[] {
  const { role, port, container, workload, rows } = subject;
  const of = [container, workload].filter(Boolean).join(' · ');
  const title = words('app', `forecast.subject.${role}`, { port: port ?? '?', of });
  const aligned = table(rows.flatMap((row) => rowCells(row, words)));
  const blocks: string[] = [];
  let next = 0;
  for (const row of rows) {
    blocks.push('', `${words.code('forecast', `vantage.${row.vantage}`)}  ${paint('dim', row.address)}`);
    for (const _ of row.cells) blocks.push(`  ${(aligned[next++] ?? '').trimEnd()}`);
  }
  return [title, ...blocks, '', words('cli', 'forecast.why'), ...whys(subject, words).map((line) => `  ${line}`), ''];
}

const rowCells = (row: ForecastRow, words: Words): string[][] =>
  row.cells.map((cell) => [
    words.code('forecast', `client.${cell.client}`),
    words.code('forecast', `asking.${cell.asking}`),
    cell.outcomes.map((outcome) => classText(words, outcome)).join(words('app', 'forecast.or')),
    cell.client === 'curl' ? (row.commands.find((c) => c.asking === cell.asking)?.command ?? '') : '',
  ]);

/** Each reason once, in the order in which the rows come to it. */
function whys({ rows }: ForecastSubject, words: Words): string[] {
  const reasons = (o: Outcome) => [...(o.when ? [o.when] : []), ...o.why];
  const all = rows.flatMap((row) => row.cells.flatMap((cell) => cell.outcomes.flatMap(reasons)));
  return [...new Set(all.map((said) => words.code('forecast', said.code, said.params)))];
}
