import { setDiagnostics } from '@codemirror/lint';
import { EditorView } from '@codemirror/view';
import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { FindingMark, TieMark } from '../../../engine/text/index.ts';
import { editFile, want } from '../../state/actions.ts';
import { breathe } from '../../state/breathe.ts';
import { useAnswers, useInput, useSession, useWords } from '../../state/hooks.ts';
import { useAsk } from '../../state/useAsk.ts';
import type { Editing } from '../../state/view.ts';
import { colour, editorState, goToLine, replaceText } from './codeMirror.ts';
import css from './Editor.module.css';
import { diagnosticsOf, tiesAt } from './marks.ts';
import { Rename } from './Rename.tsx';
import { TiesAt } from './TiesAt.tsx';
import { type BesidePicture, useInStep } from './useInStep.ts';

/** Milliseconds of rest after which what was typed is analysed. */
const TYPING = 300;
const NONE: readonly TieMark[] = [];

interface Props {
  /** Another object whenever a line is to be gone to. */
  editing: Editing;
  onGo: (to: Editing) => void;
  onClose: () => void;
  /** Where it stands under one. */
  picture?: BesidePicture;
}

/**
 * The text of one file, opened at a line, to be changed by hand: the analysis follows, and undo takes it back. What is to be
 * said of it stands at its lines; the name at the cursor leads to what it is bound to, and a port can get another name.
 * Beside a picture the two point at each other, and what is selected in one is selected in the other.
 */
export default function Editor({ editing, onGo, onClose, picture }: Props) {
  const words = useWords();
  const session = useSession();
  const { path } = editing;
  const text = useInput((i) => i.files.find((f) => f.path === path)?.text ?? null);
  const place = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const label = words('app', 'files.editor', { file: path });
  const summary = useAnswers((a) => a.summary);
  const problems = useMemo(() => summary?.problems.filter((p) => p.file === path) ?? [], [summary, path]);
  const marks = useAsk('marks', path);
  const typing = useRef(false);
  const ties = useRef(NONE);
  const [under, setUnder] = useState(NONE);
  const [renaming, setRenaming] = useState<TieMark | null>(null);
  const latest = useRef(onGo);
  useEffect(() => {
    latest.current = onGo;
  });
  const [{ goTo, tell }] = useState(() => ({
    goTo: ({ other }: TieMark) => other && latest.current({ path: other.file, line: other.line }),
    tell: (v: EditorView) => setUnder(tiesAt(v.state.doc, ties.current, v.state.selection.main.head)),
  }));

  const hand = useInStep(view, path, picture, marks?.ties ?? NONE);

  useEffect(() => {
    const parent = place.current;
    if (!parent) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const take = () => {
      clearTimeout(timer);
      typing.current = false;
      editFile(session, path, made.state.sliceDoc());
    };
    const onChange = () => {
      clearTimeout(timer);
      timer = setTimeout(take, TYPING);
      typing.current = true;
    };
    const start = session.input.getState().files.find((f) => f.path === path)?.text ?? '';
    const wiring = { words, label, ties: () => ties.current, onGo: goTo, onRename: setRenaming, onMove: tell, ...hand, onChange };
    const made = new EditorView({ parent, state: editorState(start, wiring) });
    setView(made);
    let gone = false;
    void breathe().then(() => !gone && colour(made));
    return () => {
      gone = true;
      if (typing.current) take();
      made.destroy();
      setView(null);
    };
  }, [session, path, label, words, goTo, tell, hand]);

  useEffect(() => {
    if (view) goToLine(view, editing.line, !editing.unfocused);
  }, [view, editing]);

  useEffect(() => {
    if (!view || !marks) return;
    ties.current = marks.ties;
    tell(view);
    const onFix = (finding: FindingMark) => want(session, finding.chain ?? '', `fix:${finding.code}`);
    view.dispatch(setDiagnostics(view.state, diagnosticsOf(view.state.doc, marks, problems, words, onFix)));
  }, [view, marks, problems, words, session, tell]);

  // Undone, or applied, beside the editor. What is being typed is newer than anything.
  useEffect(() => {
    if (view && text !== null && !typing.current) replaceText(view, text);
  }, [view, text]);

  return (
    <section className={css['editor']} aria-label={label}>
      <div className={css['bar']}>
        {picture?.choice ?? <code className={css['path']}>{path}</code>}
        <span className={css['quiet']}>{words('app', 'files.editor.live')}</span>
        <Button size="compact-sm" onClick={onClose}>
          {words('app', 'files.editor.close')}
        </Button>
      </div>
      <div className={css['body']}>
        <div ref={place} className={css['text']} />
        {renaming ? (
          <Rename
            path={path}
            tie={renaming}
            onDone={() => {
              setRenaming(null);
              view?.focus();
            }}
          />
        ) : (
          <TiesAt ties={under} onGo={goTo} onRename={setRenaming} />
        )}
      </div>
    </section>
  );
}
