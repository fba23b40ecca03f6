import { Button } from '@mantine/core';
import type { Chain } from '../../../engine/chain/index.ts';
import { useSession, useWords } from '../../state/hooks.ts';
import { Command } from '../../ui/Command.tsx';
import { Icon } from '../../ui/Icon.tsx';
import css from './Inspector.module.css';

/** What an incomplete chain hangs on, as commands whose output can be pasted back. */
export function Settle({ chain }: { chain: Chain }) {
  const words = useWords();
  const session = useSession();
  const { settle } = chain.verdict;
  if (settle.length === 0) return null;
  return (
    <section aria-labelledby="settle-title" className={css['section']}>
      <h3 id="settle-title" className={css['sub']}>
        {words('chain', 'settle.label')}
      </h3>
      {settle.map((command) => (
        <Command key={command} command={command} />
      ))}
      <Button size="compact-xs" leftSection={<Icon name="paste" size={13} />} onClick={() => session.look({ dialog: 'paste' })}>
        {words('app', 'settle.paste')}
      </Button>
    </section>
  );
}
