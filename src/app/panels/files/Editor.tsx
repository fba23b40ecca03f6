import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FindingMark, TieMark } from '../../../engine/text/index.ts';
import { editFile, want } from '../../state/actions.ts';
import { useAnswers, useInput, useSession, useWords } from '../../state/hooks.ts';
import type { Session } from '../../state/session.ts';
import { useAsk } from '../../state/useAsk.ts';
import css from './Editor.module.css';
import { diagnosticsOf, tiesAt, tieTooltip } from './marks.ts';
import { Rename } from './Rename.tsx';
import { TiesAt } from './TiesAt.tsx';

/** Milliseconds of rest after which what was typed is analysed. */
const TYPING = 300;

/**
 * The text of one file, opened at a line, to be changed by hand: the analysis follows, and undo takes it back. What is to be
 * said of it stands at its lines; the name at the cursor leads to what it is bound to, and a port can get another name.
 */
export default function Editor({ path, line }: { path: string; line: number }) {
  const words = useWords();
  const session = useSession();
  const text = useInput((i) => i.files.find((f) => f.path === path)?.text ?? null);
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const label = words('app', 'files.editor', { file: path });
  const summary = useAnswers((a) => a.summary);
  const problems = useMemo(() => summary?.problems.filter((p) => p.file === path) ?? [], [summary, path]);
  const marks = useAsk('marks', path);
  const ties = useRef<readonly TieMark[]>([]);
  const [under, setUnder] = useState<readonly TieMark[]>([]);
  const [renaming, setRenaming] = useState<TieMark | null>(null);

  useEffect(() => {
    if (!place.current) return;
    const withTie = (v: EditorView, fits: (tie: TieMark) => boolean, then: (tie: TieMark) => void): boolean => {
      const tie = tiesAt(v.state.doc, ties.current, v.state.selection.main.head).find(fits);
      if (tie) then(tie);
      return tie !== undefined;
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      clearTimeout(timer);
      timer = undefined;
      if (view.current) editFile(session, path, view.current.state.doc.toString());
    };
    const start = session.input.getState().files.find((f) => f.path === path)?.text ?? '';
    view.current = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: start,
        extensions: [
          // A file from Windows keeps its line ends.
          EditorState.lineSeparator.of(start.includes('\r\n') ? '\r\n' : '\n'),
          lineNumbers(),
          history(),
          drawSelection(),
          highlightActiveLine(),
          keymap.of([
            { key: 'F2', run: (v) => withTie(v, (tie) => tie.port, setRenaming) },
            {
              key: 'F12',
              run: (v) =>
                withTie(
                  v,
                  (tie) => tie.other !== null,
                  (tie) => otherEnd(session, tie),
                ),
            },
            ...lintKeymap,
            ...defaultKeymap,
            ...historyKeymap,
          ]),
          lintGutter(),
          tieTooltip(() => ties.current, words),
          EditorState.phrases.of({
            Diagnostics: words('app', 'files.editor.marks'),
            'No diagnostics': words('app', 'files.editor.noMarks'),
            close: words('app', 'files.editor.close'),
          }),
          yaml(),
          syntaxHighlighting(classHighlighter),
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of((update) => {
            if (update.selectionSet || update.docChanged)
              setUnder(tiesAt(update.state.doc, ties.current, update.state.selection.main.head));
            if (!update.docChanged) return;
            clearTimeout(timer);
            timer = setTimeout(take, TYPING);
          }),
        ],
      }),
    });
    const { doc } = view.current.state;
    const at = doc.line(Math.min(Math.max(line, 1), doc.lines)).from;
    view.current.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    view.current.focus();
    return () => {
      if (timer !== undefined) take();
      view.current?.destroy();
      view.current = null;
    };
  }, [session, path, line, label, words]);

  useEffect(() => {
    const now = view.current;
    if (!now || !marks) return;
    ties.current = marks.ties;
    setUnder(tiesAt(now.state.doc, marks.ties, now.state.selection.main.head));
    const onFix = (finding: FindingMark) => want(session, finding.chain ?? '', `fix:${finding.code}`);
    now.dispatch(setDiagnostics(now.state, diagnosticsOf(now.state.doc, marks, problems, words, onFix)));
  }, [marks, problems, words, session]);

  // Undone, or applied, beside the editor.
  useEffect(() => {
    const now = view.current;
    if (!now || text === null || now.state.doc.toString() === text || now.state.sliceDoc() === text) return;
    now.dispatch({ changes: differing(now.state.doc.toString(), text.replaceAll('\r\n', '\n')) });
  }, [text]);

  return (
    <section className={css['editor']} aria-label={label}>
      <div className={css['bar']}>
        <code className={css['path']}>{path}</code>
        <span className={css['quiet']}>{words('app', 'files.editor.live')}</span>
        <Button size="compact-sm" onClick={() => session.look({ editing: null })}>
          {words('app', 'files.editor.close')}
        </Button>
      </div>
      <div ref={place} className={css['text']} />
      {renaming ? (
        <Rename
          path={path}
          tie={renaming}
          onDone={() => {
            setRenaming(null);
            view.current?.focus();
          }}
        />
      ) : (
        <TiesAt ties={under} onGo={(tie) => otherEnd(session, tie)} onRename={setRenaming} />
      )}
    </section>
  );
}

function otherEnd(session: Session, { other }: TieMark): void {
  if (other) session.look({ editing: { path: other.file, line: other.line } });
}

/** The one stretch in which two texts differ, so that the cursor and the marks outside of it stay. */
function differing(before: string, after: string): { from: number; to: number; insert: string } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}
