import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import { Button } from '@mantine/core';
import { useWords } from '../../state/hooks.ts';
import { Dialog } from './Dialog.tsx';
import css from './Dialogs.module.css';

/** A link was opened where there is own work: nothing is replaced unasked. */
export default function LinkDialog({ files, onOpen, onKeep }: { files: number; onOpen: () => void; onKeep: () => void }) {
  const words = useWords();
  return (
    <Dialog title={words('app', 'link.title')} onClose={onKeep}>
      <p>{words('app', 'link.text', { count: files })}</p>
      <div className={css['buttons']}>
        <Button onClick={onKeep} data-autofocus>
          {words('app', 'link.keep')}
        </Button>
        <Button variant="filled" onClick={onOpen}>
          {words('app', 'link.open')}
        </Button>
      </div>
    </Dialog>
  );
}
