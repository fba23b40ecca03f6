import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { EditorState, StateEffect, StateField, Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
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
  /** The cursor was put somewhere by hand. */
  onPlace: (line: number) => void;
  /** The pointer rests on a line, or on none. */
  onPoint: (line: number | null) => void;
  /** Somebody has typed. */
  onChange: () => void;
}

/** A text as it is edited here: YAML with its remarks, keys for what a name is bound to, its own line ends kept. */
export function editorState(doc: string, { words, label, ties, onGo, onRename, onMove, onPlace, onPoint, onChange }: Wiring): EditorState {
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
      pointedLines,
      EditorView.domEventHandlers({
        mousemove: (event, view) => {
          const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
          onPoint(at === null ? null : lineAt(view, at));
        },
        mouseleave: () => onPoint(null),
        blur: () => onPoint(null),
      }),
      // Reached by Tab anyway; said for those who cannot tell.
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
      EditorView.updateListener.of((update) => {
        if (update.selectionSet || update.docChanged) onMove(update.view);
        if (update.transactions.some((tr) => tr.isUserEvent('select'))) onPlace(lineAt(update.view, update.state.selection.main.head));
        // What comes from outside is known there.
        if (update.docChanged && !update.transactions.some((tr) => tr.annotation(Transaction.remote))) onChange();
      }),
    ],
  });
}

const lineAt = (view: EditorView, at: number): number => view.state.doc.lineAt(at).number;

const setPointed = StateEffect.define<readonly { from: number; to: number }[]>();
const POINTED = Decoration.line({ class: 'cm-pointed' });
/** Lines that stand for what is pointed at elsewhere. */
const pointedLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, tr) {
    for (const effect of tr.effects) {
      if (!effect.is(setPointed)) continue;
      const { doc } = tr.state;
      const lines = effect.value.flatMap(({ from, to }) => {
        const last = Math.min(to, doc.lines);
        return Array.from({ length: Math.max(0, last - from + 1) }, (_, i) => doc.line(from + i).from);
      });
      return Decoration.set([...new Set(lines)].sort((a, b) => a - b).map((at) => POINTED.range(at)));
    }
    return shown.map(tr.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** The colours of YAML, which are worked out in a task of their own: reading the text for them takes as long as showing it. */
export const colour = (view: EditorView): void =>
  view.dispatch({ effects: StateEffect.appendConfig.of([yaml(), syntaxHighlighting(classHighlighter)]) });

/** Marks ranges of lines (1-based), and no others. */
export const pointAt = (view: EditorView, ranges: readonly { from: number; to: number }[]): void =>
  view.dispatch({ effects: setPointed.of(ranges) });

/** Brings a line (1-based) into view, with the cursor on it. */
export function goToLine(view: EditorView, line: number, focus: boolean): void {
  const { doc } = view.state;
  const at = doc.line(Math.min(Math.max(line, 1), doc.lines)).from;
  view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
  if (focus) view.focus();
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
