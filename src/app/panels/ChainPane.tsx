import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useDeferredValue } from 'react';
import { useAnswers, useInput, useSession, useView, useWords } from '../state/hooks.ts';
import { useRow, useShown } from '../state/now.ts';
import { Split } from '../ui/Split.tsx';
import { useNarrow } from '../ui/useNarrow.ts';
import css from './ChainPane.module.css';
import { ChainHeading } from './chains/ChainHeading.tsx';
import { Story } from './inspector/Story.tsx';
import { Picture } from './Picture.tsx';
import { Stage } from './Stage.tsx';

const PatchPanel = lazy(() => import('./patch/PatchPanel.tsx'));

/** The chosen chain: what it is, its switch, its picture, and what pending changes do to the files. */
export function ChainPane() {
  const words = useWords();
  const session = useSession();
  const narrow = useNarrow();
  const row = useRow();
  const shown = useShown();
  const pending = useDeferredValue(useInput((i) => i.goals.length > 0));
  const analysed = useAnswers((a) => a.summary !== null);
  const selection = useView((v) => v.selection);

  if (!row) return analysed ? <p className={css['none']}>{words('app', 'chains.none')}</p> : <Skeleton className={css['wait']} />;
  if (narrow) {
    return (
      <section className={css['pane']} aria-labelledby="chain-title">
        <ChainHeading row={row} shown={shown} />
        <div className={css['story']}>
          <Story shown={shown} />
        </div>
      </section>
    );
  }
  const picture = (
    <div className={css['picture']}>
      {shown?.scene ? (
        <Picture
          scene={shown.scene}
          selected={selection}
          onSelect={(id) => session.look({ selection: id })}
          label={words('app', 'picture.chain', { chain: row.id })}
        />
      ) : (
        <Skeleton className={css['wait']} />
      )}
    </div>
  );
  return (
    <section className={css['pane']} aria-labelledby="chain-title">
      <ChainHeading row={row} shown={shown} />
      <Stage>
        <Split
          top={picture}
          bottom={
            pending && (
              <Suspense fallback={<Skeleton height={180} />}>
                <PatchPanel />
              </Suspense>
            )
          }
          labels={{
            separator: words('app', 'split.label'),
            showTop: words('app', 'split.showPicture'),
            hideTop: words('app', 'split.hidePicture'),
            showBottom: words('app', 'split.showChanges'),
            hideBottom: words('app', 'split.hideChanges'),
          }}
        />
      </Stage>
    </section>
  );
}
