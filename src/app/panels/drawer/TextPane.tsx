import { NativeSelect, Skeleton } from '@mantine/core';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Scene } from '../../../engine/scene/index.ts';
import { useAnswers, useInput, useSession, useView, useWords } from '../../state/hooks.ts';
import { useAsk } from '../../state/useAsk.ts';
import { type Drawn, drawnOf, filesOf, partsOf, placeOf } from '../files/drawn.ts';
import Editor from '../files/Editor.tsx';
import css from './Drawer.module.css';

/** The value, or while there is none the last one there was. */
function useKept<T>(value: T | null | undefined): T | null {
  const [kept, setKept] = useState<T | null>(null);
  if (value !== null && value !== undefined && value !== kept) setKept(() => value);
  return value ?? kept;
}

/** The text that the picture over it is drawn from, opened where the selected box, row or edge stands. */
export default function TextPane() {
  // The chain as its files have it: what changes would make of it stands at other places.
  // What is being typed may leave it unreadable for a while: the text stays.
  const now = useKept(useDeferredValue(useAnswers((a) => a.chain)));
  return now ? <Beside scene={now.scene} chain={now.chain.id} /> : <Skeleton height={180} />;
}

function Beside({ scene, chain }: { scene: Scene; chain: string }) {
  const words = useWords();
  const session = useSession();
  const parts = useMemo(() => partsOf(scene), [scene]);
  const places = useAsk(
    'locate',
    useMemo(() => parts.map((p) => p.at), [parts]),
  );
  // While places are looked up anew those from before serve: an editor that goes takes the cursor with it.
  const drawn = useKept(useMemo(() => places && drawnOf(parts, places), [parts, places]));
  const text = useView((v) => v.text);
  const known = useInput((i) => i.files.some((f) => f.path === text?.path));
  const select = useFollow(scene, chain, drawn, known);

  if (drawn?.length === 0) return <p className={css['none']}>{words('app', 'text.none')}</p>;
  if (!drawn || !text || !known) return <Skeleton height={180} />;
  const files = filesOf(scene, drawn);
  const open = (path: string) => session.look({ text: { path, line: drawn.find((d) => d.file === path)?.from ?? 1, unfocused: true } });
  const choice = (
    <NativeSelect
      className={css['file'] ?? ''}
      aria-label={words('app', 'text.file')}
      value={text.path}
      onChange={(e) => open(e.currentTarget.value)}
      data={files.includes(text.path) ? files : [text.path, ...files]}
    />
  );
  return (
    <Editor
      editing={text}
      onGo={(to) => session.look({ text: to })}
      onClose={() => session.look({ drawer: null, text: null })}
      picture={{ scene, chain, drawn, choice, select }}
    />
  );
}

/**
 * Opens the text of what is selected, and of the chain's endpoint at first; once for each, whatever is typed meanwhile. Returns
 * how the text itself selects: there it is opened already.
 */
function useFollow(scene: Scene, chain: string, drawn: readonly Drawn[] | null, known: boolean): (id: string) => void {
  const session = useSession();
  const selection = useView((v) => v.selection);
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (!drawn) return;
    const key = JSON.stringify([chain, selection]);
    // A file that is gone leaves its place to another.
    if (known && followed.current === key) return;
    const first = followed.current === null;
    // Who types is not led away, whatever became of the chain meanwhile.
    if (!first && known && selection === null && document.activeElement?.closest('.cm-editor')) return;
    followed.current = key;
    const { text } = session.view.getState();
    const open = known ? text : null;
    const there = open !== null && drawn.some((d) => d.file === open.path);
    // What was asked for elsewhere stays; what was selected in the text is there already.
    if (selection === null ? there : first && there) return;
    const endpoint = scene.nodes.find((n) => n.role === 'endpoint')?.id ?? '';
    const place = placeOf(scene, drawn, selection ?? endpoint, open?.path ?? null) ?? (open ? null : drawn[0]);
    if (place) session.look({ text: { path: place.file, line: place.from, unfocused: true } });
  }, [session, scene, chain, drawn, selection, known]);
  return useCallback(
    (id) => {
      followed.current = JSON.stringify([chain, id]);
      session.look({ selection: id });
    },
    [session, chain],
  );
}
