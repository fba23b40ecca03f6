import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useSession, useView, useWords } from '../../state/hooks.ts';
import { takeText } from '../../state/intake.ts';
import { Dialog } from './Dialog.tsx';
import css from './Dialogs.module.css';

/** YAML or JSON as text, one or many documents; it becomes a file of its own. */
export function PasteDialog() {
  const words = useWords();
  const session = useSession();
  const first = useView((v) => v.pasted);
  const [text, setText] = useState(first);
  const close = () => session.look({ dialog: null });
  return (
    <Dialog title={words('app', 'paste.title')} onClose={close} wide>
      <Textarea
        className={css['mono'] ?? ''}
        label={words('app', 'paste.label')}
        description={words('app', 'paste.about')}
        rows={16}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
        spellCheck={false}
        data-autofocus
      />
      <div className={css['buttons']}>
        <Button onClick={close}>{words('app', 'dialog.cancel')}</Button>
        <Button
          variant="filled"
          disabled={text.trim() === ''}
          onClick={() => {
            takeText(session, text);
            close();
          }}
        >
          {words('app', 'paste.add')}
        </Button>
      </div>
    </Dialog>
  );
}
