import type { Diagnostic } from '@codemirror/lint';
import type { Text } from '@codemirror/state';
import { type EditorView, hoverTooltip, type Tooltip } from '@codemirror/view';
import type { Problem } from '../../../engine/ingest/index.ts';
import type { FindingMark, Mark, TextMarks, TieMark } from '../../../engine/text/index.ts';
import { findingText } from '../../../words/findings.ts';
import type { Words } from '../../../words/index.ts';

/** Where a mark lies in the text as it is now; the text may be newer than the mark. */
export function spanOf(doc: Text, { line, column, length }: Mark): { from: number; to: number } {
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const from = Math.min(at.from + column - 1, at.to);
  return { from, to: Math.min(from + length, at.to) };
}

/** The ties under a position; those of its whole line where it lies on none. */
export function tiesAt(doc: Text, ties: readonly TieMark[], pos: number): TieMark[] {
  const { from, to, number } = doc.lineAt(pos);
  const line = ties.filter((tie) => tie.line === number);
  const under = line.filter((tie) => {
    const span = spanOf(doc, tie);
    return pos >= Math.max(from, span.from) && pos <= Math.min(to, span.to);
  });
  return under.length > 0 ? under : line;
}

export const tieText = (words: Words, { name, value, other, state }: TieMark): string =>
  words('app', other ? 'tie.bound' : 'tie.loose', {
    name,
    value,
    object: other?.object ?? '',
    place: other ? `${other.file}:${other.line}` : '',
    state: words('chain', `state.${state}`),
  });

/** Findings and reading problems as the editor marks them; what an edit can mend has a button for it. */
export function diagnosticsOf(
  doc: Text,
  { findings }: TextMarks,
  problems: readonly Problem[],
  words: Words,
  onFix: (finding: FindingMark) => void,
): Diagnostic[] {
  const found = findings.map((finding): Diagnostic => {
    const message = `${findingText(words, finding.code, finding.params)} (${finding.code})`;
    const fix = { name: words('app', 'wish.fix', { code: finding.code }), apply: () => onFix(finding) };
    return { ...spanOf(doc, finding), severity: finding.severity, message, ...(finding.fixable ? { actions: [fix] } : {}) };
  });
  const unread = problems.map((problem): Diagnostic => {
    const span = spanOf(doc, { line: problem.line ?? 1, column: problem.column ?? 1, length: 1000 });
    return {
      ...span,
      severity: problem.severity,
      message: words.code('problems', problem.code, problem.params),
    };
  });
  return [...found, ...unread].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Over a port name or a label: what it is bound to. */
export const tieTooltip = (ties: () => readonly TieMark[], words: Words) =>
  hoverTooltip((view: EditorView, pos: number): Tooltip | null => {
    const found = tiesAt(view.state.doc, ties(), pos);
    const [first] = found;
    if (!first) return null;
    const { from, to } = spanOf(view.state.doc, first);
    if (pos < from || pos > to) return null;
    return {
      pos: from,
      end: to,
      above: true,
      create() {
        const dom = document.createElement('div');
        dom.className = 'cm-ties';
        for (const tie of found.slice(0, SHOWN)) dom.appendChild(document.createElement('p')).textContent = tieText(words, tie);
        return { dom };
      },
    };
  });
const SHOWN = 6;
