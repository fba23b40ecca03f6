import type { FindingCode } from '../chain/index.ts';
import type { At } from '../yaml/index.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A remark on a chain or an object, with both sides as evidence; words/checks.ts turns code and params into a sentence. */
export interface Finding {
  code: FindingCode;
  params: Record<string, string | number>;
  severity: Severity;
  /** Chain id, or null when it is about an object alone. */
  chain: string | null;
  /** Objects the user would look at, most telling first. */
  evidence: At[];
  fix: string | null;
}
