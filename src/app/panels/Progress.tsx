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
  const running = busy !== null;
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!running) return;
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [running]);

  if (!busy || !late) return null;
  const { progress } = busy;
  const text =
    busy.step === 'reading' && progress
      ? words('app', 'busy.reading', { done: progress.done, total: progress.total })
      : words('app', 'busy.analysing');
  return (
    <div className={css['line']} role="status">
      <span>{text}</span>
      <Bar
        className={css['bar'] ?? ''}
        value={progress && progress.total > 0 ? (100 * progress.done) / progress.total : 100}
        animated={!progress}
        aria-label={text}
      />
      <Button size="compact-xs" onClick={() => cancel(session)}>
        {words('app', 'dialog.cancel')}
      </Button>
    </div>
  );
}
