import type { loadHelp } from '../../words/help.ts';
import type { Words } from '../../words/index.ts';
import type { Checked } from '../commands/check.ts';
import { isOpen, summaryText } from './check.ts';

type Help = Awaited<ReturnType<typeof loadHelp>>;

/** For a comment under a pull request: a table of what was found, and below it the help of each code, folded. */
export function checkMarkdown(checked: Checked, words: Words, help: Help): string {
  const rows = [
    ...checked.problems.map((p) => ({ ...p, evidence: [{ file: p.file, line: p.line }], about: '' })),
    ...checked.findings.filter(isOpen).map((f) => ({ ...f, about: f.chain ?? f.object ?? '' })),
  ].sort((a, b) => RANK.indexOf(a.severity) - RANK.indexOf(b.severity));
  const lines = [`### linkchain: ${plain(summaryText(checked, words))}`, ''];
  if (rows.length > 0) {
    const head = (['severity', 'code', 'place', 'finding'] as const).map((c) => words('cli', `markdown.${c}`));
    lines.push(`| ${head.join(' | ')} |`, '|---|---|---|---|');
    for (const { severity, code, evidence, message, about } of rows) {
      const [first] = evidence;
      const place = first ? span(`${first.file}:${first.line}`) : '';
      const subject = about === '' ? '' : ` (${span(about)})`;
      lines.push(`| ${words.code('cli', `severity.${severity}`)} | ${span(code)} | ${place} | ${plain(message)}${subject} |`);
    }
    lines.push('');
  }
  for (const code of new Set(rows.map((r) => r.code))) {
    const text = help(code);
    if (!text) continue;
    const parts = (['why', 'symptom', 'fix'] as const).map((part) => `**${words('cli', `help-part.${part}`)}** ${plain(text[part])}`);
    lines.push(
      `<details><summary>${plain(code)}</summary>`,
      '',
      parts.join('<br>\n'),
      '',
      `<sub>${plain(text.source)}</sub>`,
      '',
      '</details>',
      '',
    );
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

const RANK = ['error', 'warning', 'info'];

/** Names come from the input: nothing in them may become Markdown or HTML. */
const plain = (text: string): string =>
  text
    .replace(/[\r\n]+/g, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_{}[\]()#+!|~@]/g, '\\$&');

/** In a code span only backticks and, in a table, pipes matter. */
function span(text: string): string {
  const one = text.replace(/[\r\n]+/g, ' ').replace(/\|/g, '\\|');
  const fence = '`'.repeat(Math.max(0, ...[...one.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return fence.length === 1 ? `\`${one}\`` : `${fence} ${one} ${fence}`;
}
