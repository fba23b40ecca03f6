import { useState } from 'react';
import type { FileChange } from '../../../engine/patch/index.ts';
import { useWords } from '../../state/hooks.ts';
import { DiffView } from './DiffView.tsx';
import css from './PatchPanel.module.css';

/** Each changed file: what is done to it in words, then its lines. */
export function Changes({ changes, mode }: { changes: readonly FileChange[]; mode: 'unified' | 'split' }) {
  return changes.map((change) => <OneFile key={change.path} change={change} mode={mode} />);
}

function OneFile({ change, mode }: { change: FileChange; mode: 'unified' | 'split' }) {
  const words = useWords();
  const [open, setOpen] = useState(true);
  const count = (kind: 'added' | 'removed') => change.hunks.reduce((n, h) => n + h.lines.filter((l) => l.kind === kind).length, 0);
  return (
    <details className={css['file']} open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <code className={css['path']}>{change.path}</code>
        <span className={css['quiet']}>
          {change.after === null ? words('app', 'diff.deleted') : `+${count('added')} −${count('removed')}`}
        </span>
      </summary>
      {change.steps.length > 0 && (
        <ul className={css['steps']}>
          {change.steps.map((step, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps have no id and never move
            <li key={i}>{words.code('patch', step.code, step.params)}</li>
          ))}
        </ul>
      )}
      {open && <DiffView change={change} mode={mode} />}
    </details>
  );
}
