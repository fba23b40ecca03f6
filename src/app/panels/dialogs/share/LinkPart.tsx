import { Button, TextInput } from '@mantine/core';
import { useStore } from 'zustand';
import type { ShareRequest } from '../../../../engine/share/index.ts';
import { copyText } from '../../../state/download.ts';
import { useSession, useWords } from '../../../state/hooks.ts';
import { setBase, settings } from '../../../state/settings.ts';
import { isPublic, publicBase, savePage } from '../../../state/sharing.ts';
import { Icon } from '../../../ui/Icon.tsx';
import css from '../Dialogs.module.css';
import own from './Share.module.css';

/** Up to where chats, issue trackers and browsers keep a link whole, in characters. */
const TIERS = [
  { tier: 'chat', most: 2_000 },
  { tier: 'issue', most: 8_000 },
  { tier: 'browser', most: 32_000 },
] as const;

/** The link with its length against what it is sent by; where it is too long or opens nowhere, a file instead. */
export function LinkPart({ fragment, tooLarge, onPage }: { fragment: string; tooLarge: boolean; onPage: ShareRequest }) {
  const words = useWords();
  const session = useSession();
  const set = useStore(settings, (s) => s.base);
  const base = publicBase();
  const url = `${base}#${fragment}`;
  const tier = TIERS.find(({ most }) => url.length <= most)?.tier ?? 'file';
  const reachable = isPublic(base);
  if (tooLarge)
    return (
      <p className={own['tier']} data-tier="file" role="note">
        <Icon name="broken" size={14} /> {words('app', 'share.tooLarge')}
      </p>
    );
  return (
    <div className={own['link']}>
      {tier !== 'file' && (
        <div className={css['row']}>
          <TextInput
            className={css['mono'] ?? ''}
            label={words('app', 'share.link')}
            value={url}
            readOnly
            data-autofocus
            onFocus={(e) => e.currentTarget.select()}
          />
          <Button variant="filled" leftSection={<Icon name="copy" size={13} />} onClick={() => void copyText(url)}>
            {words('app', 'share.copy')}
          </Button>
        </div>
      )}
      <p className={own['tier']} data-tier={tier} aria-live="polite">
        <Icon name={tier === 'chat' ? 'ok' : tier === 'file' ? 'broken' : 'info'} size={14} />{' '}
        {words('app', 'share.length', { count: url.length })} {words('app', `share.tier.${tier}`)}
      </p>
      {(!reachable || set !== '' || tier === 'file') && (
        <div className={own['warn']}>
          {!reachable && <p role="note">{words('app', 'share.local')}</p>}
          <div className={own['buttons']}>
            <TextInput
              label={words('app', 'share.base')}
              placeholder="https://"
              value={set}
              onChange={(e) => setBase(e.currentTarget.value.trim())}
            />
            <Button leftSection={<Icon name="download" size={13} />} onClick={() => void savePage(session, onPage)}>
              {words('app', 'share.page')}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
