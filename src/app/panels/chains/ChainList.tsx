import { useDeferredValue, useMemo } from 'react';
import { useAnswers, useInput, useSession, useView, useWords } from '../../state/hooks.ts';
import { filterRows, worstFirst } from '../../state/rows.ts';
import { NO_FILTER } from '../../state/view.ts';
import { VirtualList } from '../../ui/VirtualList.tsx';
import { ChainEntry } from './ChainEntry.tsx';
import { ChainFilters } from './ChainFilters.tsx';
import css from './ChainList.module.css';

/** All chains, worst first, behind the filters. */
export function ChainList() {
  const words = useWords();
  const session = useSession();
  const rows = useDeferredValue(useAnswers((a) => a.summary?.rows));
  const filter = useView((v) => v.filter);
  const chosen = useView((v) => v.chain);
  const goals = useInput((i) => i.goals);
  const sorted = useMemo(() => worstFirst(rows ?? []), [rows]);
  const shown = useMemo(() => filterRows(sorted, filter), [sorted, filter]);
  const goalOf = useMemo(() => new Map(goals.map((g) => [g.chain, g.goal])), [goals]);

  return (
    <nav className={css['list']} aria-labelledby="chains-title">
      <div className={css['head']}>
        <h2 id="chains-title" className={css['title']}>
          {words('app', 'chains.title')}
        </h2>
        <span className={css['count']} aria-live="polite">
          {shown.length === sorted.length
            ? words('app', 'chains.count', { count: sorted.length })
            : words('app', 'chains.some', { shown: shown.length, all: sorted.length })}
        </span>
      </div>
      <ChainFilters rows={sorted} />
      {sorted.length === 0 && rows && <p className={css['none']}>{words('app', 'chains.none')}</p>}
      {sorted.length > 0 && shown.length === 0 && (
        <p className={css['none']}>
          {words('app', 'chains.filtered')}{' '}
          <button type="button" className={css['link']} onClick={() => session.look({ filter: NO_FILTER })}>
            {words('app', 'chains.showAll')}
          </button>
        </p>
      )}
      <VirtualList
        items={shown}
        keyOf={(row) => row.id}
        label={words('app', 'chains.title')}
        rowHeight={64}
        render={(row) => <ChainEntry row={row} chosen={row.id === chosen} goal={goalOf.get(row.id) ?? null} />}
      />
    </nav>
  );
}
