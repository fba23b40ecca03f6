import { ActionIcon } from '@mantine/core';
import { memo, useRef, useState } from 'react';
import type { FileView } from '../../../engine/api.ts';
import type { Problem } from '../../../engine/ingest/index.ts';
import { removeFile } from '../../state/actions.ts';
import { useInput, useSession, useWords } from '../../state/hooks.ts';
import { takeFiles } from '../../state/intake.ts';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { FilePicker, type Picker } from '../FilePicker.tsx';
import css from './FilesView.module.css';
import { ProblemList } from './ProblemList.tsx';
import { RoleList } from './RoleList.tsx';

const ICONS: Record<FileView['status'], IconName> = { used: 'ok', partly: 'partial', failed: 'broken', ignored: 'info', empty: 'info' };
const TONES: Record<FileView['status'], string> = { used: 'ok', partly: 'partial', failed: 'broken', ignored: 'quiet', empty: 'quiet' };

/** One file: how it was used, what its objects are for, what is wrong in it, and the way to replace or remove it. */
export const FileEntry = memo(function FileEntry({ file, problems }: { file: FileView; problems: readonly Problem[] }) {
  const words = useWords();
  const session = useSession();
  const picker = useRef<Picker>(null);
  const origin = useInput((i) => i.files.find((f) => f.path === file.path)?.origin);
  const [all, setAll] = useState(false);
  return (
    <article className={css['file']}>
      <div className={css['line']}>
        <span className={css['status']} data-tone={TONES[file.status]}>
          <Icon name={ICONS[file.status]} size={15} />
          {words('app', `file.${file.status}`)}
        </span>
        <span className={css['path']} title={file.path}>
          {file.path.split('/').at(-1)}
        </span>
        <span className={css['quiet']}>
          {file.objects > 0 && words('app', 'files.objects', { count: file.objects })}
          {file.unread.length > 0 && <> · {words('app', 'file.unread')}</>}
        </span>
        <span className={css['buttons']}>
          {file.reason !== 'binary' && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={24}
              aria-label={words('app', 'files.edit', { file: file.path })}
              onClick={() => session.look({ editing: { path: file.path, line: 1 } })}
            >
              <Icon name="pen" size={14} />
            </ActionIcon>
          )}
          <FilePicker ref={picker} single onFiles={(f) => void takeFiles(session, f, file.path)} />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={words('app', 'file.replace', { file: file.path })}
            onClick={() => picker.current?.open()}
          >
            <Icon name="swap" size={14} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            aria-label={words('app', 'file.remove', { file: file.path })}
            onClick={() => removeFile(session, file.path)}
          >
            <Icon name="trash" size={14} />
          </ActionIcon>
        </span>
      </div>
      {origin?.kind === 'patched' && <p className={css['quiet']}>{words('app', 'files.patched', { goals: origin.goals.join(', ') })}</p>}
      {file.reason && <p className={css['quiet']}>{words('app', `reason.${file.reason}`)}</p>}
      <RoleList roles={file.roles} all={all} onAll={() => setAll(true)} />
      {problems.length > 0 && <ProblemList problems={problems} />}
    </article>
  );
});
