import type { Status } from '../engine/chain/index.ts';
import { EXIT, type Exit } from './io.ts';

interface Judged {
  chains: readonly { status: Status }[];
  findings: readonly { severity: string }[];
}

/** The exit status of what was asked: something is wrong where a chain is broken or partial or a finding is an error. */
export function verdict({ chains, findings }: Judged): Exit {
  const wrong = chains.some((c) => c.status === 'broken' || c.status === 'partial') || findings.some((f) => f.severity === 'error');
  return wrong ? EXIT.wrong : EXIT.fine;
}
