import { ActionIcon, Button, Menu } from '@mantine/core';
import { useStore } from 'zustand';
import { isOwnWork } from '../state/actions.ts';
import { useInput, useSession, useView, useWords } from '../state/hooks.ts';
import { SAMPLE_IDS, startTour, takeSample } from '../state/intake.ts';
import { Icon } from '../ui/Icon.tsx';
import { AddMenu } from './AddMenu.tsx';
import { ExportMenu } from './ExportMenu.tsx';
import css from './Header.module.css';
import { Preferences } from './Preferences.tsx';

export function Header() {
  const words = useWords();
  const session = useSession();
  const empty = useInput((i) => i.files.length === 0);
  const own = useInput((i) => i.files.length > 0 && isOwnWork(i.files));
  const none = useView((v) => v.chain === null);

  return (
    <header className={css['header']}>
      <h1 className={css['name']}>linkchain</h1>
      <div className={css['tools']}>
        <AddMenu />
        <Menu position="bottom-start">
          <Menu.Target>
            <Button leftSection={<Icon name="sample" />} className={css['wide']}>
              {words('app', 'header.samples')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {SAMPLE_IDS.map((id) => (
              <Menu.Item key={id} onClick={() => void takeSample(session, id)}>
                {words('samples', `${id}.title`)}
              </Menu.Item>
            ))}
            {!own && <Menu.Item onClick={() => void startTour(session)}>{words('app', 'tour.title')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
        <Button leftSection={<Icon name="info" />} onClick={() => session.look({ dialog: 'error' })} className={css['wide']}>
          {words('diagnose', 'title')}
        </Button>
        {!empty && (
          <>
            <ExportMenu />
            <Button leftSection={<Icon name="share" />} disabled={none} onClick={() => session.look({ dialog: 'share' })}>
              {words('app', 'header.share')}
            </Button>
          </>
        )}
        {!empty && (
          <ActionIcon
            variant="default"
            size={30}
            onClick={() => session.look({ dialog: 'search' })}
            aria-label={words('app', 'search.title')}
          >
            <Icon name="search" />
          </ActionIcon>
        )}
        <History />
      </div>
      <div className={css['right']}>
        {!empty && (
          <Button
            leftSection={<Icon name="trash" />}
            onClick={() => session.look({ dialog: 'clear' })}
            className={css['wide']}
            title={words('app', 'header.clear')}
          >
            {words('app', 'header.clear')}
          </Button>
        )}
        <Preferences />
      </div>
    </header>
  );
}

/** Undo and redo; apart from the header, which need not be built again for every change. */
function History() {
  const words = useWords();
  const session = useSession();
  const past = useStore(session.input.temporal, (t) => t.pastStates.length > 0);
  const future = useStore(session.input.temporal, (t) => t.futureStates.length > 0);
  if (!past && !future) return null;
  return (
    <span className={css['pair']}>
      <ActionIcon variant="default" disabled={!past} onClick={session.undo} aria-label={words('app', 'header.undo')}>
        <Icon name="undo" />
      </ActionIcon>
      <ActionIcon variant="default" disabled={!future} onClick={session.redo} aria-label={words('app', 'header.redo')}>
        <Icon name="redo" />
      </ActionIcon>
    </span>
  );
}
