import { buildReport } from '../../engine/export/index.ts';
import { allFindings } from '../../engine/lint/index.ts';
import { chainRows } from '../../engine/rows.ts';
import { withParts } from '../../engine/scrape/index.ts';
import { sayIn } from '../../words/say.ts';
import type { Command } from '../command.ts';
import { EXIT } from '../io.ts';
import { load } from '../load.ts';
import { reportText } from '../text/report.ts';
import { verdict } from '../verdict.ts';

/** `linkchain report`: all chains and what is wrong with them. */
export const report: Command = {
  name: 'report',
  formats: ['text', 'json'],
  help: 'help.report',
  async run(context) {
    const { io, words, format } = context;
    const { analysis, problems, unusable } = await load(context);
    const say = sayIn(words);
    const result = buildReport(analysis, say, await withParts(() => allFindings(analysis)));
    result.problems.unshift(...problems.map((p) => ({ ...p, message: say.problem(p.code, p.params) })));
    if (format === 'json') io.out(`${JSON.stringify(result, null, 2)}\n`);
    else if (result.summary.objects > 0 || result.problems.length > 0) {
      const order = chainRows(analysis).map((row) => row.id);
      io.out(reportText(result, order, words, io.colour));
    }
    return unusable ? EXIT.unusable : verdict(result);
  },
};
