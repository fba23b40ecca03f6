import type { Report } from '../../src/engine/export/index.ts';

export type ReportChain = Report['chains'][number];

/** One field of one chain where we and the expectation differ. */
export interface Difference {
  chain: string;
  field: string;
  expected: unknown;
  got: unknown;
}

/** A set, folder or file with its expectation. */
export interface Case {
  suite: Suite;
  name: string;
  /** A difference that is not known fails the run. */
  required: boolean;
  /** What was compared, to say how much agreement is worth. */
  chains: number;
  differences: Difference[];
  milliseconds: number;
}
export type Suite = 'golden' | 'derived' | 'semantics' | 'nasty' | 'selection';

/** A difference that stays, with the upstream source that says we are right. */
export interface Known {
  set: string;
  chain: string;
  field: string;
  reason: string;
  source: string;
}
