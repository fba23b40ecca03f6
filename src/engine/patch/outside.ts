import type { Chain } from '../chain/index.ts';
import { type ForecastRow, forecastOf, type Vantage } from '../forecast/index.ts';
import type { PatchInput } from './input.ts';

/** Where a request from outside the cluster comes in. */
const WAYS_IN: readonly Vantage[] = ['outside', 'node-port', 'ingress'];

/** Whether anyone who reaches a node, a node port or an ingress reads the metrics of every target, without credentials. */
export function readableOutside(input: PatchInput, chain: Chain): boolean {
  return chain.targets.length > 0 && rowsOf(input, chain).some((row) => reads(row, ['http', 'https-insecure'], SURE));
}

/**
 * Whether the way that was taken leads in: with a token, where one is asked for. Over `kubectl port-forward` every pod is
 * reached. What the input leaves open may lead in too: an address from a file that is not there, rights given elsewhere.
 */
export function reachedFromOutside(input: PatchInput, chain: Chain, strategy: string): boolean {
  if (strategy === 'token-reader') return true;
  return rowsOf(input, chain).some((row) => reads(row, ['http', 'https-insecure', 'https-token'], [...SURE, 'unknown']));
}

const rowsOf = (input: PatchInput, chain: Chain): ForecastRow[] =>
  (forecastOf(input, chain.id)?.subjects ?? []).flatMap((s) => s.rows).filter((row) => WAYS_IN.includes(row.vantage));

const SURE: readonly string[] = ['http-200', 'up'];

/** Some way of asking ends, in one of its open cases at least, as it is wanted to. */
const reads = (row: ForecastRow, asking: readonly string[], wanted: readonly string[]): boolean =>
  row.cells.some((cell) => asking.includes(cell.asking) && cell.outcomes.some((o) => wanted.includes(o.class)));
