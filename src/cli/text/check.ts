import type { Words } from '../../words/index.ts';
import type { Checked } from '../commands/check.ts';
import { type Colour, painter } from './colour.ts';

type Finding = Checked['findings'][number];

const COLOURS: Readonly<Record<string, Colour>> = { error: 'red', warning: 'yellow', info: 'blue' };

interface Line {
  file: string;
  line: number;
  column: number;
  text: string[];
}

/** Findings and problems as a compiler prints them, by file and line; what is silenced is only counted. */
export function checkText({ findings, problems }: Checked, words: Words, colour: boolean): string {
  const paint = painter(colour);
  const head = (severity: string, message: string, code: string) =>
    `${paint(COLOURS[severity] ?? 'dim', words.code('cli', `severity.${severity}`))}: ${message} [${code}]`;
  const place = (p: { file: string; line: number; column: number }) => `${p.file}:${p.line}:${p.column}`;
  const lines: Line[] = [
    ...problems.map(
      (p): Line => ({ file: p.file, line: p.line, column: p.column, text: [`${place(p)}: ${head(p.severity, p.message, p.code)}`] }),
    ),
    ...findings.filter(isOpen).map((f): Line => {
      const [first, ...more] = f.evidence;
      const at = first ? `${place(first)}: ` : '';
      const about = f.chain ?? f.object;
      const related = more.map((e) => paint('dim', `    ${place(e)}: ${firstLine(e.text)}`));
      return {
        file: first?.file ?? '',
        line: first?.line ?? 0,
        column: first?.column ?? 0,
        text: [`${at}${head(f.severity, f.message, f.code)}${about === null ? '' : paint('dim', `  ${about}`)}`, ...related],
      };
    }),
  ];
  lines.sort((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column);
  return lines.flatMap(({ text }) => text.map((line) => `${line}\n`)).join('');
}

export const isOpen = (f: Finding): boolean => f.silenced === undefined;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const firstLine = (text: string): string => (text.split('\n')[0] ?? '').trim();

/** `2 errors, 1 warning, 3 notes, 1 silenced` */
export function summaryText({ findings, problems }: Checked, words: Words): string {
  const open = [...findings.filter(isOpen), ...problems];
  const counts = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = open.filter((f) => f.severity === severity).length;
    return count === 0 ? [] : [words('app', `findings.count.${severity}`, { count })];
  });
  const silenced = findings.length - findings.filter(isOpen).length;
  const all = [...counts, ...(silenced === 0 ? [] : [words('cli', 'silenced', { count: silenced })])];
  return all.length === 0 ? words('app', 'findings.none') : all.join(', ');
}
