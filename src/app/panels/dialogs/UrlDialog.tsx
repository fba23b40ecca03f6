import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { planOf } from '../../load/plan.ts';
import { useSession, useWords } from '../../state/hooks.ts';
import { Dialog } from './Dialog.tsx';
import css from './Dialogs.module.css';

/** An address to load manifests from; asked about like one that came with a link. */
export function UrlDialog() {
  const words = useWords();
  const session = useSession();
  const [url, setUrl] = useState('');
  const close = () => session.look({ dialog: null });
  const known = planOf(url) !== null;
  return (
    <Dialog title={words('app', 'src.field')} onClose={close} wide>
      <form
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!known) return;
          close();
          location.hash = `#src=${encodeURIComponent(url.trim())}`;
        }}
      >
        <TextInput
          type="url"
          label={words('app', 'src.url')}
          description={words('app', 'src.kinds')}
          placeholder="https://"
          value={url}
          error={url.trim() !== '' && !known ? words('app', 'src.bad') : undefined}
          onChange={(e) => setUrl(e.currentTarget.value)}
          data-autofocus
        />
        <div className={css['buttons']}>
          <Button onClick={close}>{words('app', 'dialog.cancel')}</Button>
          <Button type="submit" variant="filled" disabled={!known}>
            {words('app', 'src.next')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
