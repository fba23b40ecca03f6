import { Button } from '@mantine/core';
import { readable } from '../../words/index.ts';
import { copyText } from '../state/download.ts';
import { useWords } from '../state/hooks.ts';
import css from './Command.module.css';
import { Icon } from './Icon.tsx';

/** A command line to run, with a button that copies it. */
export function Command({ command }: { command: string }) {
  const words = useWords();
  return (
    <span className={css['command']}>
      <code>{readable(command)}</code>
      <Button size="compact-xs" leftSection={<Icon name="copy" size={13} />} onClick={() => void copyText(command)}>
        {words('app', 'settle.copy')}
      </Button>
    </span>
  );
}
