import { CloseButton } from '@mantine/core';
import { useTimeout } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../state/hooks.ts';
import { dismiss, type Note, notes } from '../state/notify.ts';
import css from './Notes.module.css';

const SECONDS_TO_READ = 4;

/** Tells in passing what was done, where the page has nothing to say. In the page's flow: it lies over nothing. */
export function Notes() {
  const done = useStore(notes, (s) => s.done);
  // A region that comes with its text is not read out; one that gets it is.
  const [ready, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  return (
    <div role="status" className={css['notes']}>
      {ready && done.map((note) => <Passing key={note.id} note={note} />)}
    </div>
  );
}

/** Goes by itself, but not while somebody points at it or has moved into it. */
function Passing({ note: { id, text } }: { note: Note }) {
  const words = useWords();
  const { start, clear } = useTimeout(() => dismiss(id), SECONDS_TO_READ * 1000, { autoInvoke: true });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here, it only waits longer
    <div className={css['note']} onPointerEnter={clear} onPointerLeave={start} onFocus={clear} onBlur={start}>
      <span>{text}</span>
      <CloseButton size="xs" aria-label={words('app', 'note.dismiss')} onClick={() => dismiss(id)} />
    </div>
  );
}
