import { Button, SegmentedControl } from '@mantine/core';
import type { ChainRow } from '../../../engine/api.ts';
import { choose } from '../../state/actions.ts';
import { useAnswers, useInput, useSession, useWords } from '../../state/hooks.ts';
import { sameWish } from '../../state/input.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './ChainHeading.module.css';

/** Shows what the listener really speaks; choosing the other one previews the change. Neither is chosen when it is not known. */
export function SchemeSwitch({ row }: { row: ChainRow }) {
  const words = useWords();
  const session = useSession();
  const goal = useInput((i) => i.goals.find((g) => sameWish(g, { chain: row.id, goal: 'http' }))?.goal ?? null);
  const toggles = useAnswers((a) => (a.chain?.chain.id === row.id ? a.chain.toggles : null));
  const other = row.serves === null ? null : row.serves === 'http' ? 'https' : 'http';
  const refusal = other && toggles?.find((t) => t.goal === other)?.refusal;
  const label = (scheme: 'http' | 'https') => (
    <span className={css['scheme']}>
      <Icon name={scheme === 'https' ? 'lock' : 'open'} size={14} />
      {scheme}
    </span>
  );
  return (
    <>
      <SegmentedControl
        aria-label={words('app', 'switch.label')}
        value={goal ?? row.serves ?? ''}
        onChange={(value) => choose(session, row, value as 'http' | 'https')}
        data={[
          { value: 'http', label: label('http') },
          { value: 'https', label: label('https') },
        ]}
      />
      <p className={css['hint']}>
        {goal && goal !== row.serves
          ? row.serves === null
            ? words('app', 'switch.pendingUnknown', { to: goal })
            : words('app', 'switch.pending', { from: row.serves, to: goal })
          : row.serves === null
            ? words('app', row.reasons.includes('bind-conflict') ? 'switch.conflict' : 'switch.unknown')
            : refusal
              ? words.code('patch', refusal.code, refusal.params)
              : words('app', 'switch.speaks', { scheme: row.serves })}
      </p>
      {row.serves !== null && row.serves !== row.scheme && goal === null && (
        <Button size="compact-sm" variant="light" onClick={() => choose(session, row, row.serves ?? 'http')}>
          {words('app', 'switch.follow', { scheme: row.serves })}
        </Button>
      )}
    </>
  );
}
