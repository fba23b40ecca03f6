import { NativeSelect, TextInput } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { ChainRow } from '../../../engine/api.ts';
import type { Status } from '../../../engine/chain/index.ts';
import { useSession, useView, useWords } from '../../state/hooks.ts';
import { STATUSES } from '../../state/rows.ts';
import type { Filter } from '../../state/view.ts';
import css from './ChainList.module.css';

/** Text, kind, namespace, status. Choices are those that occur, with how often. */
export const ChainFilters = memo(function ChainFilters({ rows }: { rows: readonly ChainRow[] }) {
  const words = useWords();
  const session = useSession();
  const filter = useView((v) => v.filter);
  const set = (change: Partial<Filter>) => session.look({ filter: { ...filter, ...change } });
  const counts = useMemo(
    () => ({
      kind: tally(rows, (r) => r.monitorKind),
      namespace: tally(rows, (r) => r.namespace),
      status: tally(rows, (r) => r.status),
    }),
    [rows],
  );
  return (
    <fieldset className={css['filters']} aria-label={words('app', 'filter.title')}>
      <TextInput
        type="search"
        aria-label={words('app', 'filter.text')}
        placeholder={words('app', 'filter.text')}
        value={filter.text}
        onChange={(e) => set({ text: e.currentTarget.value })}
      />
      <NativeSelect
        aria-label={words('app', 'filter.status')}
        value={filter.status}
        onChange={(e) => set({ status: e.currentTarget.value as Status | '' })}
        data={[
          { value: '', label: words('app', 'filter.anyStatus') },
          ...STATUSES.filter((s) => counts.status.has(s)).map((s) => ({
            value: s,
            label: `${words('chain', `status.${s}`)} (${counts.status.get(s)})`,
          })),
        ]}
      />
      <NativeSelect
        aria-label={words('app', 'filter.kind')}
        value={filter.kind}
        onChange={(e) => set({ kind: e.currentTarget.value })}
        data={[{ value: '', label: words('app', 'filter.anyKind') }, ...options(counts.kind)]}
      />
      <NativeSelect
        aria-label={words('app', 'filter.namespace')}
        value={filter.namespace}
        onChange={(e) => set({ namespace: e.currentTarget.value })}
        data={[{ value: '', label: words('app', 'filter.anyNamespace') }, ...options(counts.namespace)]}
      />
    </fieldset>
  );
});

function tally<T>(rows: readonly ChainRow[], of: (row: ChainRow) => T): Map<T, number> {
  const out = new Map<T, number>();
  for (const row of rows) out.set(of(row), (out.get(of(row)) ?? 0) + 1);
  return out;
}
const options = (counts: Map<string, number>) =>
  [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([value, n]) => ({ value, label: `${value} (${n})` }));
