import { SegmentedControl } from '@mantine/core';
import { memo, useDeferredValue } from 'react';
import type { ChainRow } from '../../../engine/api.ts';
import { verdictText } from '../../../words/findings.ts';
import { shortened } from '../../../words/index.ts';
import { useInput, useSession, useView, useWords } from '../../state/hooks.ts';
import type { Shown } from '../../state/now.ts';
import { StatusMark, SymptomMark } from '../../ui/Mark.tsx';
import { useMiddle, useNarrow } from '../../ui/useNarrow.ts';
import { Access } from '../inspector/Access.tsx';
import css from './ChainHeading.module.css';
import { SchemeSwitch } from './SchemeSwitch.tsx';
import { WishMenu } from './WishMenu.tsx';

/** What the chain is, how it stands, and its http | https switch. */
export const ChainHeading = memo(function ChainHeading({ row, shown }: { row: ChainRow; shown: Shown | null }) {
  const words = useWords();
  const chain = shown?.chain ?? null;
  const session = useSession();
  // Where the story is not beside the picture, its main sentence stands here.
  const middle = useMiddle();
  const narrow = useNarrow();
  const moment = useView((v) => v.moment);
  const pending = useDeferredValue(useInput((i) => i.goals.some((g) => g.chain === row.id)));
  return (
    <div className={css['heading']}>
      <div className={css['what']}>
        <h2 id="chain-title" className={css['title']}>
          {shortened(row.monitor)}
          {row.index !== null && <span className={css['quiet']}>#{row.index}</span>}
        </h2>
        <p className={css['quiet']}>
          {row.monitorKind} · {shortened(row.namespace)} · <code>{shortened(row.port) || words('app', 'chains.noPort')}</code> ·{' '}
          <code>{row.scheme}</code> · <code>{shortened(row.path)}</code>
        </p>
      </div>
      <div className={css['state']} aria-live="polite">
        <StatusMark status={shown?.chain.status ?? row.status} />
      </div>
      {pending && (
        <SegmentedControl
          aria-label={words('app', 'moment.label')}
          value={moment}
          onChange={(value) => session.look({ moment: value, selection: null })}
          data={[
            { value: 'before', label: words('app', 'moment.before') },
            { value: 'after', label: words('app', 'moment.after') },
          ]}
        />
      )}
      <WishMenu row={row} />
      <SchemeSwitch row={row} />
      {!narrow && chain && chain.verdict.code !== null && (
        <p className={css['verdict']}>
          {chain.verdict.symptom && <SymptomMark symptom={chain.verdict.symptom} />} {verdictText(words, chain.status, chain.verdict)}
        </p>
      )}
      {middle && shown && (
        <div className={css['hint']}>
          <Access chain={row.id} access={shown.access} />
        </div>
      )}
    </div>
  );
});
