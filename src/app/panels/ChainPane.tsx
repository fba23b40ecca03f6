import { Skeleton } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useAnswers, useInput, useSession, useView, useWords } from '../state/hooks.ts';
import { useRow, useShown } from '../state/now.ts';
import { useNarrow } from '../ui/useNarrow.ts';
import css from './ChainPane.module.css';
import { ChainHeading } from './chains/ChainHeading.tsx';
import { Story } from './inspector/Story.tsx';
import { Picture } from './Picture.tsx';

const PatchPanel = lazy(() => import('./patch/PatchPanel.tsx'));

/** The chosen chain: what it is, its switch, its picture, and what pending changes do to the files. */
export function ChainPane() {
  const words = useWords();
  const session = useSession();
  const narrow = useNarrow();
  const row = useRow();
  const shown = useShown();
  const pending = useInput((i) => i.goals.length > 0);
  const analysed = useAnswers((a) => a.summary !== null);
  const selection = useView((v) => v.selection);
  const select = (id: string | null) => session.look(narrow && id ? { selection: id, pane: 'inspector' } : { selection: id });

  if (!row) return analysed ? <p className={css['none']}>{words('app', 'chains.none')}</p> : <Skeleton className={css['wait']} />;
  return (
    <section className={css['pane']} aria-labelledby="chain-title">
      <ChainHeading row={row} shown={shown} />
      {narrow ? (
        <div className={css['story']}>
          <Story shown={shown} />
        </div>
      ) : (
        <div className={css['picture']}>
          {shown?.scene ? (
            <Picture scene={shown.scene} selected={selection} onSelect={select} label={words('app', 'picture.chain', { chain: row.id })} />
          ) : (
            <Skeleton className={css['wait']} />
          )}
        </div>
      )}
      {pending && !narrow && (
        <Suspense fallback={<Skeleton height={180} />}>
          <PatchPanel />
        </Suspense>
      )}
    </section>
  );
}
