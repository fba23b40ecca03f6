import { Button, Menu } from '@mantine/core';
import type { ChainRow } from '../../../engine/api.ts';
import { want } from '../../state/actions.ts';
import { useAnswers, useSession, useWords } from '../../state/hooks.ts';

/** Other changes than the scheme: reading it from outside, tidy names, and what an edit can mend. */
export function WishMenu({ row }: { row: ChainRow }) {
  const words = useWords();
  const session = useSession();
  const fixes = useAnswers((a) => (a.chain?.chain.id === row.id ? a.chain.fixes : null)) ?? [];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-xs" variant="default">
          {words('app', 'wish.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => want(session, row.id, 'outside')}>{words('app', 'wish.outside')}</Menu.Item>
        <Menu.Item onClick={() => want(session, row.id, 'tidy-names')}>{words('app', 'wish.tidy-names')}</Menu.Item>
        {fixes.length > 0 && <Menu.Divider />}
        {fixes.map((code) => (
          <Menu.Item key={code} onClick={() => want(session, row.id, `fix:${code}`)}>
            {words('app', 'wish.fix', { code })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
