import type { NearMiss } from '../../src/engine/chain/index.ts';
import type { ReportChain } from './types.ts';

/** Reasons that mean "the other end is not in the input". */
const ABSENT = ['service-not-found', 'no-workload', 'service-without-selector'];

/**
 * The expectations know no `incomplete`: where only the other end is absent and nothing nearly fits, it is the right word for
 * their `broken`, and where something does, it is not.
 */
export function wantedStatus(expected: string, got: ReportChain, near: readonly NearMiss[]): string {
  const absent = got.reasons.length > 0 && got.reasons.every((r) => ABSENT.includes(r));
  return expected === 'broken' && absent && near.length === 0 ? 'incomplete' : expected;
}
