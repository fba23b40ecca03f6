import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import { useAnswers, useSession, useView, useWords } from '../state/hooks.ts';
import { filterRows } from '../state/rows.ts';
import css from './ChainPane.module.css';
import { Picture } from './Picture.tsx';
import { Stage } from './Stage.tsx';

/** The whole input as lanes. */
export function Overview() {
  const words = useWords();
  const session = useSession();
  const scene = useAnswers((a) => a.overview);
  const rows = useAnswers((a) => a.summary?.rows);
  const filter = useView((v) => v.filter);
  const wanted = useMemo(() => filterRows(rows ?? [], filter).length, [rows, filter]);
  const filtered = (rows?.length ?? 0) > 0;
  const selection = useView((v) => v.selection);
  return (
    <section className={css['pane']} aria-labelledby="overview-title">
      <VisuallyHidden>
        <h2 id="overview-title">{words('app', 'tab.overview')}</h2>
      </VisuallyHidden>
      {scene && wanted > scene.chains.length && (
        <p className={css['cut']} role="note">
          {words('app', 'overview.cut', { shown: scene.chains.length, count: wanted })}
        </p>
      )}
      <Stage>
        {scene?.chains.length === 0 ? (
          <p className={css['none']}>{words('app', filtered ? 'chains.filtered' : 'chains.none')}</p>
        ) : scene ? (
          <Picture
            scene={scene}
            selected={selection}
            onSelect={(id) => session.look({ selection: id, details: id !== null })}
            onOpenChain={(chain) => session.look({ chain, tab: 'chain', pane: 'main', selection: null })}
            label={words('app', 'picture.all', { count: scene.chains.length })}
          />
        ) : (
          <Skeleton className={css['wait']} />
        )}
      </Stage>
    </section>
  );
}
