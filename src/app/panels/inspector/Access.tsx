import { Button } from '@mantine/core';
import type { Access as Meeting } from '../../../engine/chain/index.ts';
import { want } from '../../state/actions.ts';
import { useInput, useSession, useWords } from '../../state/hooks.ts';
import css from './Inspector.module.css';

/** What somebody outside meets at the scraped port, and the way to be let in. */
export function Access({ chain, access }: { chain: string; access: readonly Meeting[] }) {
  const words = useWords();
  const session = useSession();
  const shut = access.some(({ code }) => code !== 'access.open-node');
  const asked = useInput((i) => i.goals.some((g) => g.chain === chain && g.goal === 'outside'));
  if (access.length === 0) return null;
  return (
    <div className={css['access']}>
      {access.map(({ code, params }) => (
        <p key={code + params['container']}>{words.code('chain', code, params)}</p>
      ))}
      {shut && !asked && (
        <Button size="compact-sm" variant="light" onClick={() => want(session, chain, 'outside')}>
          {words('app', 'wish.outside')}
        </Button>
      )}
    </div>
  );
}
