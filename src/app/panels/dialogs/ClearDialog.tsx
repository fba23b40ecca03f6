import { Button } from '@mantine/core';
import { clearAll } from '../../state/actions.ts';
import { useInput, useSession, useWords } from '../../state/hooks.ts';
import { notify } from '../../state/notify.ts';
import { Dialog } from './Dialog.tsx';
import css from './Dialogs.module.css';

/** Everything goes: from the screen, from the history and from this browser's memory. */
export function ClearDialog() {
  const words = useWords();
  const session = useSession();
  const count = useInput((i) => i.files.length);
  const close = () => session.look({ dialog: null });
  return (
    <Dialog title={words('app', 'clear.title')} onClose={close}>
      <p>{words('app', 'clear.text', { count })}</p>
      <div className={css['buttons']}>
        <Button onClick={close} data-autofocus>
          {words('app', 'dialog.cancel')}
        </Button>
        <Button
          variant="filled"
          color="red"
          onClick={() => {
            clearAll(session);
            notify(words('app', 'clear.done'));
          }}
        >
          {words('app', 'clear.do')}
        </Button>
      </div>
    </Dialog>
  );
}
