import type { Chain } from '../chain/index.ts';
import type { Finding } from '../checks/index.ts';
import { sendsToken } from './credentials.ts';
import { type PatchInput, refuse } from './input.ts';
import { isScheme, kindOf } from './job.ts';
import { reachedFromOutside } from './outside.ts';
import type { Goal, Plan, Refusal } from './types.ts';

const BAD = new Set<Chain['status']>(['broken', 'partial']);
/** Warnings that would mean that a patch did half of its work. */
const HALF = ['auth-missing', 'scheme-unknown', 'upstream-assumed'] as const;

/** What the patched text says when it is read again; null when the goal is reached and nothing else is worse off. */
export function disprove(before: PatchInput, after: PatchInput, goal: Goal, plan: Plan): Refusal | null {
  const was = new Map(before.chains.map((c) => [c.id, c]));
  for (const chain of after.chains) {
    const old = was.get(chain.id);
    if (BAD.has(chain.status) && old && !BAD.has(old.status)) return failed(chain.id, chain.first ?? chain.status);
  }
  const [worse] = newIn(before, after).filter((f) => f.severity === 'error');
  if (worse) return failed(worse.chain ?? worse.object ?? goal.chain, worse.code);
  const [old, now] = [was.get(goal.chain), after.chains.find((c) => c.id === goal.chain)];
  if (!old || !now) return failed(goal.chain, 'chain-not-found');
  const kind = kindOf(goal);
  if (kind === 'fix') return stillThere(before, after, goal);
  const reason =
    now.reasons.find((r) => !old.reasons.includes(r)) ?? HALF.find((w) => now.warnings.includes(w) && !old.warnings.includes(w));
  if (reason) return failed(goal.chain, reason);
  if (isScheme(kind)) {
    if (now.scheme !== kind || now.targets.some((t) => t.serves !== kind)) return failed(goal.chain, 'scheme-mismatch');
    return kind === 'http' && sendsToken(after, now) ? failed(goal.chain, 'token-in-clear') : null;
  }
  if ((old.status === 'ok' && now.status !== 'ok') || now.scheme !== old.scheme) return failed(goal.chain, now.first ?? now.status);
  return kind === 'outside' && !reachedFromOutside(after, now, plan.strategy) ? failed(goal.chain, 'not-reached') : null;
}

/** A fix takes away what it is for: fewer findings of the code than before, none of them new. */
function stillThere(before: PatchInput, after: PatchInput, { chain, goal }: Goal): Refusal | null {
  const code = goal.slice('fix:'.length);
  const count = ({ findings }: PatchInput): number => findings.filter((f) => f.code === code && f.chain === chain).length;
  return count(after) < count(before) ? null : failed(chain, code);
}

const keyOf = (f: Finding): string => JSON.stringify([f.code, f.chain, f.object]);

/** Findings of `after` that `before` does not have, by what they are about. */
export function newIn(before: PatchInput, after: PatchInput): Finding[] {
  const known = new Set(before.findings.map(keyOf));
  return after.findings.filter((f) => !known.has(keyOf(f)));
}

const failed = (chain: string, reason: string): Refusal => refuse('not-proved', { chain, reason });
