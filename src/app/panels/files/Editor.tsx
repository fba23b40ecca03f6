import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { syntaxHighlighting } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { editFile } from '../../state/actions.ts';
import { useInput, useSession, useWords } from '../../state/hooks.ts';
import css from './Editor.module.css';

/** Milliseconds of rest after which what was typed is analysed. */
const TYPING = 300;

/** The text of one file, opened at a line, to be changed by hand: the analysis follows, and undo takes it back. */
export default function Editor({ path, line }: { path: string; line: number }) {
  const words = useWords();
  const session = useSession();
  const text = useInput((i) => i.files.find((f) => f.path === path)?.text ?? null);
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const label = words('app', 'files.editor', { file: path });

  useEffect(() => {
    if (!place.current) return;
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
          keymap.of([...defaultKeymap, ...historyKeymap]),
          yaml(),
          syntaxHighlighting(classHighlighter),
          EditorView.contentAttributes.of({ 'aria-label': label }),
          EditorView.updateListener.of((update) => {
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
  }, [session, path, line, label]);

  // Undone, or applied, beside the editor.
  useEffect(() => {
    const now = view.current;
    if (!now || text === null || now.state.doc.toString() === text || now.state.sliceDoc() === text) return;
    now.dispatch({ changes: { from: 0, to: now.state.doc.length, insert: text } });
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
    </section>
  );
}
