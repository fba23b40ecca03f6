import { SegmentedControl, Skeleton, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { TargetsView, TargetView } from '../../../../engine/api.ts';
import { readable } from '../../../../words/index.ts';
import { useWords } from '../../../state/hooks.ts';
import { useAsk } from '../../../state/useAsk.ts';
import { TargetCard } from './TargetCard.tsx';
import css from './Targets.module.css';

/** Cards drawn at once; the filter leads to the rest. */
const MOST = 60;

/** What Prometheus would discover, keep and drop for the chain, each target with its story. */
export function Targets({ chain }: { chain: string }) {
  const words = useWords();
  const view = useAsk('targets', chain);
  const [side, setSide] = useState<'kept' | 'dropped'>('kept');
  const [text, setText] = useState('');
  const all = view?.[side];
  const found = useMemo(() => (all ?? []).filter((t) => matches(t, text.toLowerCase())), [all, text]);
  if (view === undefined) return <Skeleton height={240} m={12} width="auto" />;
  if (view === null) return <p className={css['none']}>{words('targets', 'no-job')}</p>;
  const { counts } = view;
  return (
    <div className={css['body']}>
      <p className={css['verdict']}>
        <strong>{words('targets', 'kept-of', { kept: counts.kept, discovered: counts.discovered })}</strong>{' '}
        <span>{words('targets', 'job')}</span> <code className={css['job']}>{readable(view.job)}</code>
      </p>
      <p className={css['quiet']}>{about(view, words)}</p>
      {view.elsewhere !== null ? (
        <p>{words('targets', 'elsewhere', { mechanism: view.elsewhere })}</p>
      ) : (
        <>
          <div className={css['tools']}>
            <SegmentedControl
              aria-label={words('targets', 'side')}
              value={side}
              onChange={(value) => setSide(value as typeof side)}
              data={[
                { value: 'kept', label: words('targets', 'kept', { count: counts.kept }) },
                { value: 'dropped', label: words('targets', 'dropped', { count: counts.dropped }) },
              ]}
            />
            <TextInput
              type="search"
              aria-label={words('targets', 'filter')}
              placeholder={words('targets', 'filter')}
              value={text}
              onChange={(e) => setText(e.currentTarget.value)}
            />
          </div>
          {found.length === 0 && <p className={css['quiet']}>{words('targets', text === '' ? `none.${side}` : 'none.found')}</p>}
          <ol className={css['list']}>
            {found.slice(0, MOST).map((target, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two raw targets may be alike in everything
              <li key={`${target.url} ${i}`}>
                <TargetCard target={target} view={view} />
              </li>
            ))}
          </ol>
          {found.length > MOST && <p className={css['quiet']}>{words('targets', 'more', { count: found.length - MOST })}</p>}
        </>
      )}
    </div>
  );
}

const matches = (t: TargetView, text: string): boolean =>
  text === '' ||
  [t.url, t.pod, t.workload, t.service].some((value) => value?.toLowerCase().includes(text)) ||
  t.labels.some(([name, value]) => `${name}=${value}`.toLowerCase().includes(text));

/** Whose configuration it is, what is looked at and where, and what is only an example. */
function about(view: TargetsView, words: ReturnType<typeof useWords>): string {
  const who = view.prometheus === null ? words('targets', 'by.nobody') : words('targets', 'by', { prometheus: view.prometheus });
  const where =
    view.role === null
      ? []
      : [
          view.namespaces === null
            ? words('targets', 'role.everywhere', { role: view.role })
            : words('targets', 'role', { role: view.role, namespaces: view.namespaces.join(', ') }),
        ];
  return [who, ...where, ...(view.simulated ? [words('targets', 'simulated')] : [])].join(' ');
}
