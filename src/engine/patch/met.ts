import type { Chain } from '../chain/index.ts';
import { sendsToken } from './credentials.ts';
import type { PatchInput } from './input.ts';
import { isScheme, kindOf } from './job.ts';
import { readableOutside } from './outside.ts';
import type { Goal } from './types.ts';

/** Whether a chain is already as a goal wants it, port names apart. */
export function isMet(input: PatchInput, chain: Chain, goal: Goal): boolean {
  const kind = kindOf(goal);
  if (isScheme(kind))
    return (
      chain.status === 'ok' &&
      chain.scheme === kind &&
      chain.targets.every((t) => t.serves === kind) &&
      !(kind === 'http' && sendsToken(input, chain))
    );
  if (kind === 'tidy-names') return chain.targets.length > 0 && chain.targets.every((t) => t.serves === chain.scheme);
  if (kind === 'outside') return goal.strategy === undefined && readableOutside(input, chain);
  return !input.findings.some((f) => f.chain === chain.id && `fix:${f.code}` === goal.goal);
}
