import type { Chain } from '../chain/index.ts';
import { type ForecastRow, forecastOf, type Vantage } from '../forecast/index.ts';
import type { PatchInput } from './input.ts';

/** Where a request from outside the cluster comes in. */
const WAYS_IN: readonly Vantage[] = ['outside', 'node-port', 'ingress'];

/** Whether anyone who reaches a node, a node port or an ingress reads the metrics of every target, without credentials. */
export function readableOutside(input: PatchInput, chain: Chain): boolean {
  return chain.targets.length > 0 && rowsOf(input, chain).some((row) => answers(row, ['http', 'https-insecure']));
}

/** Whether the way that was taken leads in: with a token, where one is asked for. Over `kubectl port-forward` every pod is reached. */
export function reachedFromOutside(input: PatchInput, chain: Chain, strategy: string): boolean {
  if (strategy === 'token-reader') return true;
  return rowsOf(input, chain).some((row) => answers(row, ['http', 'https-insecure', 'https-token']));
}

const rowsOf = (input: PatchInput, chain: Chain): ForecastRow[] =>
  (forecastOf(input, chain.id)?.subjects ?? []).flatMap((s) => s.rows).filter((row) => WAYS_IN.includes(row.vantage));

/** Some way of asking surely, or in one of its open cases, ends with the metrics. */
const answers = (row: ForecastRow, asking: readonly string[]): boolean =>
  row.cells.some((cell) => asking.includes(cell.asking) && cell.outcomes.some((o) => o.class === 'http-200' || o.class === 'up'));
