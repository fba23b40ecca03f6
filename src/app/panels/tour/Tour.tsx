import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { isOwnWork } from '../../state/actions.ts';
import { useInput, useSession, useView, useWords } from '../../state/hooks.ts';
import { enter, STEPS } from './steps.ts';
import css from './Tour.module.css';

/** The story in six steps, in the page's flow: it covers nothing, and can be left at any time. */
export default function Tour() {
  const words = useWords();
  const session = useSession();
  const at = useView((v) => v.tour) ?? 0;
  const own = useInput((i) => i.files.length === 0 || isOwnWork(i.files));
  const step = STEPS[at];
  // Whoever brings manifests has seen enough of ours.
  useEffect(() => {
    if (own) session.look({ tour: null });
  }, [own, session]);
  if (!step) return null;
  const last = at === STEPS.length - 1;
  return (
    <section className={css['tour']} aria-label={words('app', 'tour.title')}>
      <p className={css['text']} aria-live="polite">
        <strong className={css['count']}>{words('app', 'tour.step', { at: at + 1, all: STEPS.length })}</strong>{' '}
        {words('app', `tour.${step.id}`)}
      </p>
      <span className={css['buttons']}>
        <Button size="compact-sm" disabled={at === 0} onClick={() => void enter(session, at - 1)}>
          {words('app', 'tour.back')}
        </Button>
        <Button size="compact-sm" variant="filled" onClick={() => (last ? session.look({ tour: null }) : void enter(session, at + 1))}>
          {words('app', last ? 'tour.end' : 'tour.next')}
        </Button>
        {!last && (
          <Button size="compact-sm" variant="subtle" onClick={() => session.look({ tour: null })}>
            {words('app', 'tour.skip')}
          </Button>
        )}
      </span>
    </section>
  );
}
