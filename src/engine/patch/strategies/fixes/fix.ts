import type { Finding, FindingCode } from '../../../checks/index.ts';
import type { Monitor, MonitorEndpoint } from '../../../objects/index.ts';
import { refuse } from '../../input.ts';
import type { Task } from '../../job.ts';
import type { Refusal } from '../../types.ts';

/** How the findings of one code are made to go away. */
export interface Fix {
  code: FindingCode;
  /** Null where the draft then has it; a refusal where this finding is not for a machine to decide. */
  apply(task: Task, finding: Finding): Refusal | null;
}

/** What a goal is to mend on its chain. */
export const findingsOf = ({ input, chain }: Task, code: FindingCode): Finding[] =>
  input.findings.filter((f) => f.code === code && f.chain === chain.id && !f.silenced);

/** Nothing in the input says what was meant. */
export const undecided = ({ code }: Pick<Fix, 'code'>): Refusal => refuse('fix-undecided', { code });

/** The monitor and endpoint of a chain; null for one that has none. */
export function endpointOf({ input, chain }: Task): { monitor: Monitor; endpoint: MonitorEndpoint } | null {
  const monitor = input.cluster.monitors.find((m) => m.id === chain.monitor);
  const endpoint = monitor?.endpoints.find((e) => e.index === chain.index);
  return monitor && endpoint ? { monitor, endpoint } : null;
}
