import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState, Transaction } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { TieMark } from '../../../engine/text/index.ts';
import type { Words } from '../../../words/index.ts';
import { tiesAt, tieTooltip } from './marks.ts';

interface Wiring {
  words: Words;
  /** Accessible name of the text. */
  label: string;
  ties: () => readonly TieMark[];
  onGo: (tie: TieMark) => void;
  onRename: (tie: TieMark) => void;
  /** The cursor is somewhere else, or the text another one. */
  onMove: (view: EditorView) => void;
  /** Somebody has typed. */
  onChange: () => void;
}

/** A text as it is edited here: YAML with its remarks, keys for what a name is bound to, its own line ends kept. */
export function editorState(doc: string, { words, label, ties, onGo, onRename, onMove, onChange }: Wiring): EditorState {
  const withTie = (fits: (tie: TieMark) => boolean, then: (tie: TieMark) => void) => (view: EditorView) => {
    const tie = tiesAt(view.state.doc, ties(), view.state.selection.main.head).find(fits);
    if (tie) then(tie);
    return tie !== undefined;
  };
  return EditorState.create({
    doc,
    extensions: [
      EditorState.lineSeparator.of(doc.includes('\r\n') ? '\r\n' : '\n'),
      lineNumbers(),
      history(),
      drawSelection(),
      highlightActiveLine(),
      keymap.of([
        { key: 'F2', run: withTie((tie) => tie.port, onRename) },
        { key: 'F12', run: withTie((tie) => tie.other !== null, onGo) },
        ...lintKeymap,
        ...defaultKeymap,
        ...historyKeymap,
      ]),
      lintGutter(),
      tieTooltip(ties, words),
      EditorState.phrases.of({
        Diagnostics: words('app', 'files.editor.marks'),
        'No diagnostics': words('app', 'files.editor.noMarks'),
        close: words('app', 'files.editor.close'),
      }),
      yaml(),
      syntaxHighlighting(classHighlighter),
      EditorView.contentAttributes.of({ 'aria-label': label }),
      EditorView.updateListener.of((update) => {
        if (update.selectionSet || update.docChanged) onMove(update.view);
        // What comes from outside is known there.
        if (update.docChanged && !update.transactions.some((tr) => tr.annotation(Transaction.remote))) onChange();
      }),
    ],
  });
}

/** Brings a line (1-based) into view, with the cursor on it. */
export function goToLine(view: EditorView, line: number): void {
  const { doc } = view.state;
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines)).from;
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  view.focus();
}

/** Another text in the place of the one there is; the cursor and the marks stay where nothing differs. */
export function replaceText(view: EditorView, text: string): void {
  if (view.state.sliceDoc() === text) return;
  const changes = differing(view.state.doc.toString(), text.replaceAll('\r\n', '\n'));
  view.dispatch({ changes, annotations: Transaction.remote.of(true) });
}

/** The one stretch in which two texts differ. */
function differing(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
