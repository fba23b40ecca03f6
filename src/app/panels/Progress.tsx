import { Progress as Bar, Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { cancel } from '../state/actions.ts';
import { useAnswers, useSession, useWords } from '../state/hooks.ts';
import css from './Progress.module.css';

/** Shorter than this is not worth a line that flashes. */
const PATIENCE = 250;

/** What runs, how far it is, and how to stop it. */
export function Progress() {
  const words = useWords();
  const session = useSession();
  const busy = useAnswers((a) => a.busy);
  if (!busy) return null;
  const { step, progress } = busy;
  const text =
    step === 'reading' && progress
      ? words('app', 'busy.reading', { done: progress.done, total: progress.total })
      : words('app', step === 'making' ? 'busy.making' : 'busy.analysing');
  return <ProgressLine text={text} progress={progress} onCancel={() => cancel(session)} />;
}

interface Props {
  text: string;
  /** Null while nobody can say how far it is. */
  progress: { done: number; total: number } | null;
  onCancel: () => void;
}

/** A line that comes when something takes its time. */
export function ProgressLine({ text, progress, onCancel }: Props) {
  const words = useWords();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return (
    <div className={css['line']} role="status">
      <span>{text}</span>
      <Bar
        className={css['bar'] ?? ''}
        value={progress && progress.total > 0 ? (100 * progress.done) / progress.total : 100}
        animated={!progress}
        aria-label={text}
      />
      <Button size="compact-xs" onClick={onCancel}>
        {words('app', 'dialog.cancel')}
      </Button>
    </div>
  );
}
