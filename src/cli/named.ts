import type { Analysis } from '../engine/analyze.ts';
import { type Chain, nearest } from '../engine/chain/index.ts';
import { chainRows } from '../engine/rows.ts';
import type { Words } from '../words/index.ts';

/** Chains that a message names. */
const NAMED = 8;

/** Which chains there are: those most like what was asked for, the worst ones where nothing was. */
export function noChainText(analysis: Analysis, wanted: string | null, words: Words): string {
  const ids = chainRows(analysis).map((row) => row.id);
  if (ids.length === 0) return words('cli', 'no-chains');
  const named = wanted === null ? ids.slice(0, NAMED) : nearest(wanted, ids, NAMED);
  const rest = ids.length - named.length;
  const lines = [...named, ...(rest > 0 ? [words('cli', 'more', { count: rest })] : [])];
  const said = wanted === null ? words('cli', 'chain-missing') : words('cli', 'chain-unknown', { chain: wanted });
  return [said, ...lines.map((line) => `  ${line}`)].join('\n');
}

/** What counts for the exit status of a command about one chain. */
export const onlyOf = ({ findings }: Analysis, chain: Chain) => ({
  chains: [chain],
  findings: findings.filter((f) => f.chain === chain.id),
});
