import { analyze } from '../../engine/analyze.ts';
import { buildReport, type Report } from '../../engine/export/index.ts';
import { chainRows } from '../../engine/rows.ts';
import { withRe2 } from '../../engine/scrape/index.ts';
import { sayIn } from '../../words/say.ts';
import type { Command } from '../command.ts';
import { readPaths } from '../input.ts';
import { EXIT, type Exit } from '../io.ts';
import { reportText } from '../text/report.ts';

/** `linkchain report`: all chains and what is wrong with them. */
export const report: Command = {
  name: 'report',
  formats: ['text', 'json'],
  help: 'help.report',
  async run({ io, words, paths, defaultNamespace, format, quiet }) {
    const input = await readPaths(paths, io);
    if (!quiet) for (const { path, detail } of input.unreadable) io.err(`${words('cli', 'cannot-read', { path, detail })}\n`);
    const analysis = await withRe2(() => analyze(input.files, { defaultNamespace }));
    const result = buildReport(analysis, sayIn(words));
    const say = sayIn(words);
    result.problems.unshift(...input.problems.map((p) => ({ ...p, message: say.problem(p.code, p.params) })));
    if (result.summary.objects === 0 && !quiet) io.err(`${words('cli', 'no-manifest', { paths: paths.join(', ') })}\n`);
    if (format === 'json') io.out(`${JSON.stringify(result, null, 2)}\n`);
    else if (result.summary.objects > 0 || result.problems.length > 0) {
      const order = chainRows(analysis).map((row) => row.id);
      io.out(reportText(result, order, words, io.colour));
    }
    if (result.summary.objects === 0 || input.unreadable.some((u) => u.named)) return EXIT.unusable;
    return verdict(result);
  },
};

function verdict({ chains, findings }: Report): Exit {
  const wrong = chains.some((c) => c.status === 'broken' || c.status === 'partial') || findings.some((f) => f.severity === 'error');
  return wrong ? EXIT.wrong : EXIT.fine;
}
