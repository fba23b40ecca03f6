import type { NearMiss } from '../../src/engine/chain/index.ts';
import { same, sameSet } from './compare.ts';
import { wantedStatus } from './status.ts';
import type { Difference, ReportChain } from './types.ts';

/** What derived/, semantics/ and nasty/ say about a chain: only the fields that are there are compared. */
export interface Expectation {
  status?: string;
  reasons?: string[];
  /** At least these. */
  warnings?: string[];
  /** Exactly these targets, as workload and port. */
  targets?: [workload: string, number: number][];
  workload?: string;
  number?: number;
  container?: string;
  job?: string;
  /** Container and port behind the proxy; null when there must be none. */
  upstream?: [container: string, port: number] | null;
}

/** Where a chain does not meet its expectation. */
export function compareExpectation(
  id: string,
  expected: Expectation,
  got: ReportChain | undefined,
  near: readonly NearMiss[] = [],
): Difference[] {
  if (!got) return [{ chain: id, field: 'id', expected: id, got: null }];
  const found: Difference[] = [];
  const check = (field: keyof Expectation, have: unknown, holds: boolean) => {
    if (Object.hasOwn(expected, field) && !holds) found.push({ chain: id, field, expected: expected[field], got: have });
  };
  const { targets } = got;
  const each = (field: 'workload' | 'number' | 'container' | 'job') => [...new Set(targets.map((t) => t[field]))];
  check('status', got.status, wantedStatus(expected.status ?? '', got, near) === got.status);
  check('reasons', got.reasons, sameSet(expected.reasons ?? [], got.reasons));
  check(
    'warnings',
    got.warnings,
    (expected.warnings ?? []).every((w) => (got.warnings as string[]).includes(w)),
  );
  const ports = targets.map((t) => [t.workload, t.number]);
  check('targets', ports, sameSet(expected.targets ?? [], ports));
  for (const field of ['workload', 'number', 'container', 'job'] as const) check(field, each(field), same([expected[field]], each(field)));
  const behind = targets.map((t) => t.upstream.map(([container, port]) => [container, port]));
  const wanted = expected.upstream ? [expected.upstream] : [];
  check('upstream', behind, behind.length > 0 && behind.every((hops) => same(hops, wanted)));
  return found;
}

/** Everything that makes a chain what it is, without where it was written. */
export function chainOnly({ file: _file, line: _line, ...chain }: ReportChain): Omit<ReportChain, 'file' | 'line'> {
  return chain;
}
