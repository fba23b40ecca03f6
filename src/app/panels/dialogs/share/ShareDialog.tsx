import { Skeleton } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ShareRequest } from '../../../../engine/share/index.ts';
import { cancel } from '../../../state/actions.ts';
import { useSession, useView, useWords } from '../../../state/hooks.ts';
import { MASK_KEY } from '../../../state/sharing.ts';
import { useAsk } from '../../../state/useAsk.ts';
import { ProgressLine } from '../../Progress.tsx';
import { Dialog } from '../Dialog.tsx';
import css from '../Dialogs.module.css';
import { Content } from './Content.tsx';
import { Files } from './Files.tsx';
import { LinkPart } from './LinkPart.tsx';
import { type Choice, FIRST_CHOICE, Options } from './Options.tsx';

/** What goes along, what is masked, and in which form it leaves: everything is made from exactly what is listed here. */
export function ShareDialog() {
  const words = useWords();
  const session = useSession();
  const chain = useView((v) => v.chain);
  const selection = useView((v) => v.selection);
  const tab = useView((v) => v.tab);
  const [choice, setChoice] = useState<Choice>(FIRST_CHOICE);
  const request = useMemo(
    (): ShareRequest => ({
      ...choice,
      chain,
      goals: session.activeGoals(),
      selection,
      key: MASK_KEY,
      ...(tab === 'overview' ? { view: 'all' } : {}),
    }),
    [choice, chain, selection, tab, session],
  );
  const sent = useAsk('share', request);
  const close = () => session.look({ dialog: null });
  const giveUp = () => {
    close();
    cancel(session);
  };
  return (
    <Dialog title={words('app', 'share.title')} onClose={close} wide>
      {sent ? (
        <LinkPart fragment={sent.fragment} tooLarge={sent.tooLarge} onPage={request} />
      ) : (
        <>
          <ProgressLine text={words('app', 'busy.making')} progress={null} onCancel={giveUp} />
          <Skeleton height={90} />
        </>
      )}
      <Options choice={choice} onChoice={setChoice} />
      {sent && <Content sent={sent} />}
      <p className={css['quiet']}>{words('app', 'share.about')}</p>
      <Files request={request} disabled={sent?.tooLarge ?? true} />
    </Dialog>
  );
}
