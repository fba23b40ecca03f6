import { Skeleton, VisuallyHidden } from '@mantine/core';
import { useMemo } from 'react';
import type { Ways } from '../diagram/look.ts';
import { useAnswers, useSession, useView, useWords } from '../state/hooks.ts';
import { filterRows } from '../state/rows.ts';
import css from './ChainPane.module.css';
import { Picture } from './Picture.tsx';
import { ScopeBar } from './ScopeBar.tsx';
import { Stage } from './Stage.tsx';

/** The whole input as lanes, a namespace of it, or all chains of one workload. */
export function Overview() {
  const words = useWords();
  const session = useSession();
  const scene = useAnswers((a) => a.overview);
  const rows = useAnswers((a) => a.summary?.rows);
  const filter = useView((v) => v.filter);
  const scope = useView((v) => v.scope);
  const folded = useView((v) => v.folded);
  const wanted = useMemo(() => filterRows(rows ?? [], filter).length, [rows, filter]);
  const filtered = (rows?.length ?? 0) > 0;
  const selection = useView((v) => v.selection);
  const ways = useMemo(
    (): Ways => ({
      workload: (workload) => session.look({ scope: { show: 'workload', workload }, selection: null }),
      namespace: (namespace) => session.look({ scope: { show: 'namespace', namespace }, selection: null }),
      fold: (namespace) =>
        session.look({ folded: folded.includes(namespace) ? folded.filter((n) => n !== namespace) : [...folded, namespace] }),
    }),
    [session, folded],
  );
  const cut = scope.show === 'all' && scene !== null && scene.lanes.length > 0 && folded.length === 0 && wanted > scene.chains.length;
  return (
    <section className={css['pane']} aria-labelledby="overview-title">
      <VisuallyHidden>
        <h2 id="overview-title">{words('app', 'tab.overview')}</h2>
      </VisuallyHidden>
      <ScopeBar scene={scene} />
      {cut && (
        <p className={css['cut']} role="note">
          {words('app', 'overview.cut', { shown: scene.chains.length, count: wanted })}
        </p>
      )}
      <Stage>
        {scene === null ? (
          <Skeleton className={css['wait']} />
        ) : scene.chains.length === 0 ? (
          <p className={css['none']}>{words('app', filtered ? 'chains.filtered' : 'chains.none')}</p>
        ) : (
          <Picture
            scene={scene}
            selected={selection}
            onSelect={(id) => session.look({ selection: id, details: id !== null })}
            onOpenChain={(chain) => session.look({ chain, tab: 'chain', pane: 'main', selection: null })}
            ways={ways}
            label={words('app', 'picture.all', { count: scene.chains.length })}
          />
        )}
      </Stage>
    </section>
  );
}
