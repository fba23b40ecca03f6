import type { Report } from '../../engine/export/index.ts';
import type { Problem } from '../../engine/ingest/index.ts';
import { type Lang, loadWords } from '../../words/index.ts';
import { sayIn } from '../../words/say.ts';

/**
 * The engine's JSON report with its sentences, and with what was wrong before the engine saw any text: the same document
 * as `linkchain report --format json`.
 */
export async function wordReport(bytes: Uint8Array, lang: Lang, before: readonly Problem[]): Promise<Uint8Array> {
  const say = sayIn(await loadWords(lang));
  const report = JSON.parse(new TextDecoder().decode(bytes)) as Report;
  const worded: Report = {
    ...report,
    problems: [...before, ...report.problems].map((p) => ({ ...p, message: say.problem(p.code, p.params) })),
    chains: report.chains.map((chain) => {
      const { code, params } = chain.verdict;
      return { ...chain, verdict: { ...chain.verdict, message: code === null ? null : say.finding(code, params) } };
    }),
    findings: report.findings.map((f) => ({ ...f, message: say.finding(f.code, f.params) })),
  };
  return new TextEncoder().encode(`${JSON.stringify(worded, null, 2)}\n`);
}
