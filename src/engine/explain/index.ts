import type { Analysis } from '../analyze.ts';
import type { Target } from '../chain/index.ts';
import { paragraphsOf } from './paragraphs.ts';
import type { Explanation } from './types.ts';
import { waysOf } from './ways.ts';

export type * from './types.ts';

/** Targets told one by one; more are many of the same. */
const MOST = 6;

/** A chain told from Prometheus to the process that answers; null where there is none of that name. */
export function explain(analysis: Analysis, id: string): Explanation | null {
  const chain = analysis.chains.find((c) => c.id === id);
  if (!chain) return null;
  const endpoint = analysis.cluster.monitors.find((m) => m.id === chain.monitor)?.endpoints.find((e) => e.index === chain.index) ?? null;
  const targets = new Map<string, Target>();
  for (const t of chain.targets) targets.set(`${t.workload ?? t.service} ${t.number} ${t.service}`, t);
  const about = { analysis, chain, endpoint, targets: [...targets.values()].slice(0, MOST) };
  return { chain: id, paragraphs: paragraphsOf(about), ways: waysOf(about) };
}
