import { useWords } from '../../state/hooks.ts';
import { Icon } from '../../ui/Icon.tsx';
import css from './FilesView.module.css';
import type { TreeRow } from './tree.ts';

interface Props {
  folder: Extract<TreeRow, { kind: 'folder' }>;
  onToggle: (path: string) => void;
}

/** A folder of the tree, with how much is in it and in how much of that something is wrong. */
export function FolderEntry({ folder, onToggle }: Props) {
  const words = useWords();
  const { path, name, files, troubled, open } = folder;
  return (
    <button type="button" className={css['folder']} aria-expanded={open} title={path} onClick={() => onToggle(path)}>
      <Icon name={open ? 'down' : 'next'} size={13} />
      <Icon name="folder" size={14} />
      <span className={css['path']}>{name}</span>
      <span className={css['quiet']}>{words('app', 'files.count', { count: files })}</span>
      {troubled > 0 && (
        <span className={css['status']} data-tone="partial">
          <Icon name="partial" size={14} />
          {words('app', 'files.troubled', { count: troubled })}
        </span>
      )}
    </button>
  );
}
