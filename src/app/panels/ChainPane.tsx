import { Skeleton } from '@mantine/core';
import { useAnswers, useSession, useView, useWords } from '../state/hooks.ts';
import { useRow, useShown } from '../state/now.ts';
import { useNarrow } from '../ui/useNarrow.ts';
import css from './ChainPane.module.css';
import { ChainHeading } from './chains/ChainHeading.tsx';
import { Drawer } from './drawer/Drawer.tsx';
import { Story } from './inspector/Story.tsx';
import { Picture } from './Picture.tsx';
import { Stage } from './Stage.tsx';

/** The chosen chain: what it is, its switch, its picture, and what stands under it. */
export function ChainPane() {
  const words = useWords();
  const session = useSession();
  const narrow = useNarrow();
  const row = useRow();
  const shown = useShown();
  const analysed = useAnswers((a) => a.summary !== null);
  const selection = useView((v) => v.selection);

  const none = analysed ? <p className={css['none']}>{words('app', 'chains.none')}</p> : <Skeleton className={css['wait']} />;
  if (narrow && !row) return none;
  if (narrow && row) {
    return (
      <section className={css['pane']} aria-labelledby="chain-title">
        <ChainHeading row={row} shown={shown} />
        <div className={css['story']}>
          <Story shown={shown} />
        </div>
      </section>
    );
  }
  return (
    <section className={css['pane']} {...(row ? { 'aria-labelledby': 'chain-title' } : {})}>
      {row && <ChainHeading row={row} shown={shown} />}
      <Stage>
        <Drawer
          under={
            row ? (
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
            ) : (
              none
            )
          }
        />
      </Stage>
    </section>
  );
}
