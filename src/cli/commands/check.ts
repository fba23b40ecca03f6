import { buildReport, type Report } from '../../engine/export/index.ts';
import { allFindings, silenceProblems } from '../../engine/lint/index.ts';
import { withParts } from '../../engine/scrape/index.ts';
import { loadHelp } from '../../words/help.ts';
import { sayIn } from '../../words/say.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { load } from '../load.ts';
import { checkText, summaryText } from '../text/check.ts';
import { checkMarkdown } from '../text/checkMarkdown.ts';
import { sarif } from '../text/sarif.ts';

/** What a check found: the findings and problems of the report, without its chains. */
export type Checked = Pick<Report, 'findings' | 'problems'>;

/** `linkchain check`: findings, like a compiler. */
export const check: Command = {
  name: 'check',
  formats: ['text', 'json', 'sarif', 'markdown'],
  help: 'help.check',
  all: true,
  async run(context) {
    const { io, words, format, quiet } = context;
    const say = sayIn(words);
    const { analysis, problems, unusable } = await load(context);
    const findings = await withParts(() => allFindings(analysis));
    const report = buildReport(analysis, say, findings);
    const ahead = problems.map((p) => ({ ...p, message: say.problem(p.code, p.params) }));
    const silences = silenceProblems(analysis).map((p) => ({ ...p, message: say.problem(p.code, p.params) }));
    const result: Checked = { findings: report.findings, problems: [...ahead, ...report.problems, ...silences] };
    switch (format) {
      case 'json':
        io.out(`${JSON.stringify({ version: 1, summary: report.summary, ...result }, null, 2)}\n`);
        break;
      case 'sarif':
        io.out(`${JSON.stringify(sarif(result, words, await loadHelp(words.lang)), null, 2)}\n`);
        break;
      case 'markdown':
        io.out(checkMarkdown(result, words, await loadHelp(words.lang)));
        break;
      default:
        io.out(checkText(result, words, io.colour));
        if (!quiet) io.err(`${summaryText(result, words)}\n`);
    }
    if (unusable) return EXIT.unusable;
    return isWrong(result, analysis) ? EXIT.wrong : EXIT.fine;
  },
};

/** Silenced errors do not count, nor does a chain all of whose errors are silenced. */
function isWrong({ findings }: Checked, { chains }: Parameters<typeof silenceProblems>[0]): boolean {
  const errors = findings.filter((f) => f.severity === 'error');
  if (errors.some((f) => f.silenced === undefined)) return true;
  const silenced = new Set(errors.map((f) => f.chain));
  return chains.some((c) => (c.status === 'broken' || c.status === 'partial') && !silenced.has(c.id));
}
