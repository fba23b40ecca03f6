import type { Chain } from '../chain/index.ts';
import { sendsToken } from './credentials.ts';
import { type PatchInput, refuse } from './input.ts';
import type { Goal, Refusal } from './types.ts';

const BAD = new Set<Chain['status']>(['broken', 'partial']);
/** Warnings that would mean that a patch did half of its work. */
const HALF = ['auth-missing', 'scheme-unknown', 'upstream-assumed'] as const;

/** What the patched text says when it is read again; null when the goal is reached and no other chain is worse off. */
export function disprove(before: PatchInput, after: PatchInput, goal: Goal): Refusal | null {
  const was = new Map(before.chains.map((c) => [c.id, c]));
  for (const chain of after.chains) {
    const old = was.get(chain.id);
    if (BAD.has(chain.status) && old && !BAD.has(old.status)) return failed(chain.id, chain.first ?? chain.status);
  }
  const [old, now] = [was.get(goal.chain), after.chains.find((c) => c.id === goal.chain)];
  if (!old || !now) return failed(goal.chain, 'chain-not-found');
  const reason =
    now.reasons.find((r) => !old.reasons.includes(r)) ?? HALF.find((w) => now.warnings.includes(w) && !old.warnings.includes(w));
  if (reason) return failed(goal.chain, reason);
  if (now.scheme !== goal.goal || now.targets.some((t) => t.serves !== goal.goal)) return failed(goal.chain, 'scheme-mismatch');
  return goal.goal === 'http' && sendsToken(after, now) ? failed(goal.chain, 'token-in-clear') : null;
}

const failed = (chain: string, reason: string): Refusal => refuse('not-proved', { chain, reason });
