import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useDeferredValue, useEffect } from 'react';
import { useStore } from 'zustand';
import { useInput, useSession, useView, useWords } from '../state/hooks.ts';
import type { OpeningStore } from '../state/opening.ts';
import css from './App.module.css';
import { DropArea } from './DropArea.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Failures } from './Failures.tsx';
import { Header } from './Header.tsx';
import { Notes } from './Notes.tsx';
import { OpeningNotes } from './OpeningNotes.tsx';
import { Progress } from './Progress.tsx';
import { Welcome } from './Welcome.tsx';
import { Workbench } from './Workbench.tsx';

const Dialogs = lazy(() => import('./dialogs/Dialogs.tsx'));
const Tour = lazy(() => import('./tour/Tour.tsx'));

/** The whole page: header, then the first screen or the work; files can be dropped anywhere on it. */
export function App({ opening }: { opening: OpeningStore }) {
  const words = useWords();
  const session = useSession();
  // The first look at the work is a lot to build: deferred, it is built in slices and the page stays responsive.
  const empty = useDeferredValue(useInput((i) => i.files.length === 0));
  const loading = useStore(opening, (o) => o.loading);
  const dialog = useView((v) => v.dialog);
  const touring = useView((v) => v.tour !== null);

  useHotkeys([
    ['mod+z', session.undo],
    ['mod+shift+z', session.redo],
    ['mod+y', session.redo],
    ['mod+k', () => session.look({ dialog: 'search' })],
    ['/', () => session.look({ dialog: 'search' })],
    ['shift+?', () => session.look({ dialog: 'keys' })],
    ['Escape', () => session.look({ selection: null, details: false })],
  ]);
  return (
    <ErrorBoundary>
      <Title />
      <DropArea>
        <div className={css['shell']}>
          <button type="button" className={css['skip']} onClick={skipToMain}>
            {words('app', 'page.skip')}
          </button>
          <Header />
          {/* Above what comes and goes, so that its buttons stay where they are. */}
          <Suspense>{touring && !empty && <Tour />}</Suspense>
          <Failures />
          {/* A dialog says it itself: it would lie over this. */}
          {!dialog && <Progress />}
          <OpeningNotes opening={opening} />
          {loading ? <main className={css['blank']} aria-busy="true" /> : empty ? <Welcome /> : <Workbench />}
          {empty && <Notes />}
        </div>
      </DropArea>
      <Suspense>{dialog && <Dialogs />}</Suspense>
    </ErrorBoundary>
  );
}

/** What the window is called; apart from the page, which need not be built again for another chain. */
function Title() {
  const words = useWords();
  const chain = useView((v) => v.chain);
  useEffect(() => {
    document.title = chain ? words('app', 'page.chain', { chain }) : words('app', 'page.title');
    document.documentElement.lang = words.lang;
  }, [words, chain]);
  return null;
}

/** A button, not a link: the fragment belongs to permalinks. */
const skipToMain = () => document.querySelector<HTMLElement>('main')?.focus();
