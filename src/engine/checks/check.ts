import type { Joined, LinkKind, ReasonCode, WarningCode } from '../chain/index.ts';
import type { At } from '../yaml/index.ts';
import type { REMARKS, Severity } from './types.ts';

/** Something a check found. `target`: index of the target it is about; absent when it is about the whole chain. */
export interface Hit {
  params: Record<string, string | number>;
  /** Most telling first; both sides where two disagree. */
  evidence: (At | null)[];
  target?: number;
  /** Where this one weighs more or less than its check. */
  severity?: Severity;
}

interface Common {
  /** The hop it is about: links of this kind carry the code. */
  link: LinkKind | null;
  run(joined: Joined): Hit[];
}

/**
 * One place per check. A reason decides the status, a warning never does (report.md), a remark is a finding alone. `error`:
 * nothing is scraped, for certain; `warning`: likely wrong or dangerous, and worth an action; `info`: good to know.
 */
export type Check =
  | (Common & { kind: 'reason'; code: ReasonCode })
  | (Common & { kind: 'warning'; code: WarningCode; severity: Severity })
  | (Common & { kind: 'remark'; code: (typeof REMARKS)[number]; severity: Severity });

/** One hit per target that passes the test. */
export function perTarget(joined: Joined, test: (target: Joined['targets'][number], index: number) => Omit<Hit, 'target'> | null): Hit[] {
  return joined.targets.flatMap((target, index) => {
    const hit = test(target, index);
    return hit ? [{ ...hit, target: index }] : [];
  });
}

/** As `perTarget`, where the scrape really goes to the discovered address: a relabeling may send it elsewhere. */
export const perReached: typeof perTarget = (joined, test) =>
  perTarget(joined, (target, index) => (target.raw.relabelled.rewrites.has('__address__') ? null : test(target, index)));

export const hit = (params: Hit['params'], ...evidence: (At | null | undefined)[]): Omit<Hit, 'target'> => ({
  params,
  evidence: evidence.map((at) => at ?? null),
});
