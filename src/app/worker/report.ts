import type { Engine, Exported } from '../../engine/api.ts';
import type { Report } from '../../engine/export/index.ts';
import type { Problem } from '../../engine/ingest/index.ts';
import type { Goal } from '../../engine/patch/index.ts';
import { withParts } from '../../engine/scrape/index.ts';
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

/** The engine's report of these goals, worded. */
export async function report(
  engine: Engine,
  goals: Goal[],
  lang: Lang,
  before: readonly Problem[],
): Promise<Exported | { refused: string }> {
  const out = await withParts(() => engine.export('report', goals));
  return 'refused' in out ? out : { ...out, bytes: await wordReport(out.bytes, lang, before) };
}
