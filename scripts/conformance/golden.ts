import type { Analysed } from './analysed.ts';
import { same, sameSet } from './compare.ts';
import { wantedStatus } from './status.ts';
import type { Difference, ReportChain } from './types.ts';

type GoldenTarget = Record<string, unknown>;
export interface Golden {
  chains: (Record<'id' | 'status', string> &
    Record<'selectedBy' | 'reasons' | 'warnings', string[]> & { targets: GoldenTarget[] } & Record<string, unknown>)[];
}

/** What the golden files and our report are compared in (report.md, "Golden files"). */
const SCALARS = ['port', 'targetPort', 'scheme', 'path'] as const;
const SETS = ['selectedBy', 'reasons', 'warnings'] as const;
const TARGET_SCALARS = ['service', 'servicePort', 'workload', 'number', 'container', 'portName', 'serves', 'job'] as const;
const TARGET_SETS = ['policies', 'network'] as const;

/** Every difference between a golden file and the report on its set; chains are matched by id, targets as a set. */
export function compareGolden(golden: Golden, { report, nearMisses }: Analysed): Difference[] {
  const ours = new Map(report.chains.map((c) => [c.id, c]));
  const differences: Difference[] = [];
  for (const expected of golden.chains) {
    const got = ours.get(expected.id);
    ours.delete(expected.id);
    if (!got) {
      differences.push({ chain: expected.id, field: 'id', expected: expected.id, got: null });
      continue;
    }
    const differ = (field: string, wanted: unknown, have: unknown) =>
      differences.push({ chain: expected.id, field, expected: wanted, got: have });
    for (const field of SCALARS) if (!same(expected[field] ?? null, got[field])) differ(field, expected[field] ?? null, got[field]);
    for (const field of SETS) if (!sameSet(expected[field], got[field])) differ(field, expected[field], got[field]);
    const status = wantedStatus(expected.status, got, nearMisses.get(got.id) ?? []);
    if (status !== got.status) differ('status', status, got.status);
    differences.push(...compareTargets(expected.id, expected.targets, got.targets));
  }
  // Golden files hold no chains of other kinds (report.md).
  for (const id of ours.keys())
    if (/^(?:Service|Pod)Monitor\//.test(id)) differences.push({ chain: id, field: 'id', expected: null, got: id });
  return differences;
}

function compareTargets(chain: string, expected: readonly GoldenTarget[], got: ReportChain['targets']): Difference[] {
  const wanted = expected.map(view);
  const have = got.map((t) => view(t as unknown as GoldenTarget));
  const missing = wanted.filter((t) => !take(have, t));
  // What is left on both sides differs; targets of the same port are shown field by field.
  return [
    ...missing.flatMap((t): Difference[] => {
      const twin = have.findIndex((h) => h['service'] === t['service'] && h['number'] === t['number'] && h['workload'] === t['workload']);
      if (twin < 0) return [{ chain, field: 'targets', expected: t, got: null }];
      const [other = {}] = have.splice(twin, 1);
      return Object.keys(t)
        .filter((field) => !same(t[field], other[field]))
        .map((field) => ({ chain, field: `targets.${field}`, expected: t[field], got: other[field] }));
    }),
    ...have.map((t): Difference => ({ chain, field: 'targets', expected: null, got: t })),
  ];
}

/** Removes one equal target from the list; false when there is none. */
function take(list: GoldenTarget[], wanted: GoldenTarget): boolean {
  const at = list.findIndex((t) => same(t, wanted));
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

/** A target reduced to what is compared, with the golden files' omissions filled in. */
function view(target: GoldenTarget): GoldenTarget {
  const list = (field: string): unknown[] => (Array.isArray(target[field]) ? target[field] : []);
  return {
    ...Object.fromEntries(TARGET_SCALARS.map((field) => [field, target[field] ?? null])),
    ...Object.fromEntries(TARGET_SETS.map((field) => [field, list(field).map(String).sort()])),
    upstream: list('upstream'),
  };
}
