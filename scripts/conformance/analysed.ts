import { readPaths } from '../../src/cli/input.ts';
import { analyze } from '../../src/engine/analyze.ts';
import type { NearMiss } from '../../src/engine/chain/index.ts';
import { buildReport, type Report } from '../../src/engine/export/index.ts';
import { withParts } from '../../src/engine/scrape/index.ts';

export interface Analysed {
  report: Report;
  nearMisses: ReadonlyMap<string, readonly NearMiss[]>;
  /** Problems said, and files put aside with a reason. */
  complaints: number;
  milliseconds: number;
}

/** What `linkchain report` would say about a file or folder, with the near misses behind its verdicts. */
export async function analysePath(path: string, defaultNamespace = 'default'): Promise<Analysed> {
  const input = await readPaths([path], { stdin: async () => new Uint8Array() });
  const refused = input.unreadable[0];
  if (refused) throw new Error(`${refused.path}: ${refused.detail}`);
  const started = performance.now();
  const analysis = await withParts(() => analyze(input.files, { defaultNamespace }));
  const report = buildReport(analysis, { finding: (code) => code, problem: (code) => code });
  return {
    report,
    nearMisses: new Map(analysis.chains.map((c) => [c.id, c.nearMisses])),
    complaints: input.problems.length + report.problems.length + analysis.ingested.files.filter((f) => f.reason !== undefined).length,
    milliseconds: performance.now() - started,
  };
}
