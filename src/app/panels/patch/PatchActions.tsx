import { Button } from '@mantine/core';
import { apply } from '../../state/actions.ts';
import { copyDiff, download } from '../../state/download.ts';
import { useAnswers, useSession, useWords } from '../../state/hooks.ts';
import { notify } from '../../state/notify.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './PatchPanel.module.css';

/** Take the changes away as files or a diff, or write them into the sources. */
export function PatchActions({ disabled }: { disabled: boolean }) {
  const words = useWords();
  const session = useSession();
  const changes = useAnswers((a) => a.preview?.preview.changes);
  const kept = changes?.filter((c) => c.after !== null) ?? [];
  const only = kept.length === 1 ? kept[0] : undefined;
  return (
    <div className={css['actions']}>
      <Button
        disabled={disabled || kept.length === 0}
        leftSection={<Icon name="download" />}
        onClick={() => void (only ? download(session, 'file', only.path) : download(session, 'files-changed'))}
      >
        {only ? words('app', 'patch.downloadOne') : words('app', 'patch.downloadZip', { count: kept.length })}
      </Button>
      <Button disabled={disabled} leftSection={<Icon name="copy" />} onClick={() => void copyDiff(session)}>
        {words('app', 'export.copy')}
      </Button>
      <Button
        disabled={disabled}
        variant="filled"
        leftSection={<Icon name="check" />}
        onClick={() => {
          const count = apply(session);
          if (count > 0) notify(words('app', 'patch.applied', { count }));
        }}
      >
        {words('app', 'patch.apply')}
      </Button>
    </div>
  );
}
