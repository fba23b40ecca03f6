import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { useAnswers, useSession, useWords } from '../state/hooks.ts';
import { dismiss, notes } from '../state/notify.ts';
import css from './Progress.module.css';

/** What did not work, in the page's flow: it hides nothing and stays until it is closed. */
export function Failures() {
  const words = useWords();
  const session = useSession();
  const failure = useAnswers((a) => a.failure);
  const failed = useStore(notes, (n) => n.failed);
  return (
    <>
      {failure !== null && <Failure text={words('app', 'busy.failed', { why: failure })} onClose={() => session.tell({ failure: null })} />}
      {failed.map(({ id, text }) => (
        <Failure key={id} text={text} onClose={() => dismiss(id)} />
      ))}
    </>
  );
}

function Failure({ text, onClose }: { text: string; onClose: () => void }) {
  const words = useWords();
  return (
    <div role="alert" className={css['line']} data-tone="failed">
      <span>{text}</span>
      <Button size="compact-xs" onClick={onClose}>
        {words('app', 'dialog.close')}
      </Button>
    </div>
  );
}
