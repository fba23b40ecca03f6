import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analysePath } from './analysed.ts';
import { same, sameSet } from './compare.ts';
import { wantedStatus } from './status.ts';
import type { Difference } from './types.ts';

/** What the generator wrote down while it made each chain. */
interface Truth {
  chains: Record<string, { status: string; reasons: string[]; service: string | null; workload: string | null; number: number | null }>;
}

/** A made-up cluster of so many apps, each broken in one known way or in none, against the truth its generator recorded. */
export async function compareScale(corpus: string, apps: number): Promise<{ chains: number; differences: Difference[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'linkchain-scale-'));
  try {
    execFileSync('python3', [join(corpus, 'scale.py'), String(apps), folder], { stdio: 'ignore' });
    const { chains } = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth;
    const { report, nearMisses } = await analysePath(join(folder, 'cluster.yaml'));
    const ours = new Map(report.chains.map((c) => [c.id, c]));
    const differences: Difference[] = [];
    for (const [id, wanted] of Object.entries(chains)) {
      const got = ours.get(id);
      const differ = (field: string, expected: unknown, have: unknown) => differences.push({ chain: id, field, expected, got: have });
      if (!got) {
        differ('id', id, null);
        continue;
      }
      const status = wantedStatus(wanted.status, got, nearMisses.get(id) ?? []);
      if (status !== got.status) differ('status', status, got.status);
      if (!sameSet(wanted.reasons, got.reasons)) differ('reasons', wanted.reasons, got.reasons);
      if (wanted.workload === null) continue;
      const at = got.targets.map(({ service, workload, number }) => [service, workload, number]);
      const target = [wanted.service, wanted.workload, wanted.number];
      if (!at.some((t) => same(t, target))) differ('targets', target, at);
    }
    return { chains: Object.keys(chains).length, differences };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
