import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { SegmentedControl, Skeleton } from '@mantine/core';
import { useDeferredValue } from 'react';
import type { FileChange } from '../../../engine/patch/index.ts';
import { useAnswers, useSession, useView, useWords } from '../../state/hooks.ts';
import { StatusMark } from '../../ui/Mark.tsx';
import { Changes } from './Changes.tsx';
import { Consequences } from './Consequences.tsx';
import { GoalOptions } from './GoalOptions.tsx';
import { Outlook } from './Outlook.tsx';
import { PatchActions } from './PatchActions.tsx';
import css from './PatchPanel.module.css';

const NONE: readonly FileChange[] = [];

/** The pending changes: what is wanted, what it does to the files, what follows, and how the chain stands after. */
export default function PatchPanel() {
  const words = useWords();
  const session = useSession();
  const preview = useAnswers((a) => a.preview);
  const working = useAnswers((a) => a.previewing || a.busy?.step === 'analysing');
  const mode = useView((v) => v.diff);
  const changes = preview?.preview.changes ?? NONE;
  // The diff is the long part: drawn in slices, after what was asked for has answered.
  const drawn = useDeferredValue(changes, NONE);
  return (
    <section className={css['panel']} aria-labelledby="patch-title" aria-busy={working}>
      <div className={css['bar']}>
        <h2 id="patch-title" className={css['title']}>
          {words('app', 'patch.title', { count: changes.length })}
        </h2>
        {changes.length > 0 && (
          <SegmentedControl
            aria-label={words('app', 'diff.mode')}
            value={mode}
            onChange={(value) => session.look({ diff: value })}
            data={[
              { value: 'unified', label: words('app', 'diff.unified') },
              { value: 'split', label: words('app', 'diff.split') },
            ]}
          />
        )}
        <PatchActions disabled={working || changes.length === 0} />
      </div>
      {preview ? (
        <div className={css['columns']}>
          <div className={css['scroll']}>
            <GoalOptions preview={preview.preview} />
            <ul className={css['after']} aria-label={words('app', 'patch.after')}>
              {preview.preview.after.map((chain) => (
                <li key={chain.id}>
                  {words('app', 'patch.afterChain', { chain: chain.id })} <StatusMark status={chain.status} />
                </li>
              ))}
            </ul>
            <Consequences preview={preview.preview} />
            <Outlook preview={preview.preview} />
          </div>
          <div className={css['scroll']}>
            <Changes changes={drawn} mode={mode} />
          </div>
        </div>
      ) : (
        <div className={css['scroll']}>
          <Skeleton height={20} width="60%" />
          <Skeleton height={120} />
        </div>
      )}
    </section>
  );
}
