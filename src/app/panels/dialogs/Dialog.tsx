import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../../state/hooks.ts';
import { Progress } from '../Progress.tsx';
import css from './Dialogs.module.css';

/** A modal dialog with our title and a labelled close button. */
export function Dialog({ title, onClose, children, wide }: { title: string; onClose: () => void; children: ReactNode; wide?: boolean }) {
  const words = useWords();
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={wide ? 760 : 520}
      centered
      // A second banner would stand beside the page's own.
      attributes={{ header: { role: 'presentation' } }}
      closeButtonProps={{ 'aria-label': words('app', 'dialog.close') }}
    >
      <Progress />
      <div className={css['body']}>{children}</div>
    </Modal>
  );
}
