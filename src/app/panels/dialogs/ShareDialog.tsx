import { Button, Skeleton, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { copyText } from '../../state/download.ts';
import { useSession, useView, useWords } from '../../state/hooks.ts';
import type { LinkState } from '../../worker/protocol.ts';
import { Dialog } from './Dialog.tsx';
import css from './Dialogs.module.css';

/** Up to here chats and mails keep a link whole. */
const CHAT_SAFE = 2_000;
const ISSUE_SAFE = 8_000;

/** The link of the chosen chain, and what it holds, read back from the link itself. */
export function ShareDialog() {
  const words = useWords();
  const session = useSession();
  const chain = useView((v) => v.chain);
  const selection = useView((v) => v.selection);
  const [made, setMade] = useState<{ url: string; holds: LinkState | null }>();
  const close = () => session.look({ dialog: null });

  useEffect(() => {
    if (chain === null) return;
    let wanted = true;
    const make = async () => {
      const fragment = await session.client.ask('share', [chain, session.activeGoals(), selection]);
      const opened = await session.client.ask('decode', [fragment]);
      const url = `${location.origin}${location.pathname}#${fragment}`;
      if (wanted) setMade({ url, holds: 'state' in opened ? opened.state : null });
    };
    make().catch(session.failed);
    return () => {
      wanted = false;
    };
  }, [session, chain, selection]);

  return (
    <Dialog title={words('app', 'share.title')} onClose={close} wide>
      {made ? (
        <>
          <div className={css['row']}>
            <TextInput
              className={css['mono'] ?? ''}
              label={words('app', 'share.link')}
              value={made.url}
              readOnly
              data-autofocus
              onFocus={(e) => e.currentTarget.select()}
            />
            <Button variant="filled" onClick={() => void copyText(made.url)}>
              {words('app', 'share.copy')}
            </Button>
          </div>
          <p className={css['quiet']}>
            {words('app', 'share.length', { count: made.url.length })}{' '}
            {words('app', made.url.length <= CHAT_SAFE ? 'share.chat' : made.url.length <= ISSUE_SAFE ? 'share.issue' : 'share.long')}
          </p>
          <p>{words('app', 'share.about')}</p>
          {made.holds && (
            <section aria-labelledby="share-holds">
              <h3 id="share-holds" className={css['quiet']}>
                {words('app', 'share.holds', { count: made.holds.files.length })}
              </h3>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys */}
              <ul className={css['list']} tabIndex={0} aria-labelledby="share-holds">
                {made.holds.files.map((f) => (
                  <li key={f.path}>
                    <code>{f.path}</code>
                  </li>
                ))}
                {made.holds.goals.map((g) => (
                  <li key={g.chain + g.goal}>
                    <code>
                      {g.chain} → {g.goal}
                    </code>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      ) : (
        <Skeleton height={120} />
      )}
    </Dialog>
  );
}
