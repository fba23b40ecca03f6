import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPaths } from '../src/cli/input.ts';
import { analyze } from '../src/engine/analyze.ts';
import { median, timed } from './statistics.ts';

const SIZES = [100, 1000, 10_000];
const RUNS: Record<number, number> = { 100: 9, 1000: 5, 10000: 3 };

/** Milliseconds from text to chains for made-up clusters of so many apps, each from nothing. */
export async function growth(root: string): Promise<{ apps: number; chains: number; milliseconds: number }[]> {
  const measured = [];
  for (const apps of SIZES) {
    const folder = mkdtempSync(join(tmpdir(), 'linkchain-growth-'));
    try {
      const made = ['--layout', 'per-namespace'];
      execFileSync('python3', [join(root, 'corpus', 'scale.py'), String(apps), folder, ...made], { stdio: 'ignore' });
      const { files } = await readPaths([folder], { stdin: async () => new Uint8Array() });
      let chains = 0;
      const times = Array.from({ length: RUNS[apps] ?? 1 }, () =>
        timed(() => {
          chains = analyze(files, { defaultNamespace: 'default' }).chains.length;
        }),
      );
      measured.push({ apps, chains, milliseconds: median(times) });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  return measured;
}
