import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useWords } from '../state/hooks.ts';
import { notes } from '../state/notify.ts';
import css from './Toasts.module.css';

const SECONDS_TO_READ = 4;

/** Tells in passing what was done, where the page has nothing to say. Loaded on first use. */
export default function Toasts() {
  const words = useWords();
  const queue = useStore(notes, (s) => s.queue);
  useEffect(() => {
    if (queue.length === 0) return;
    for (const { id, text } of queue) {
      notifications.show({
        id: String(id),
        message: text,
        withBorder: true,
        autoClose: SECONDS_TO_READ * 1000,
        role: 'status',
        classNames: { root: css['toast'] ?? '' },
        closeButtonProps: { 'aria-label': words('app', 'note.dismiss'), size: 'xs' },
      });
    }
    notes.setState({ queue: [], shown: true });
  }, [queue, words]);
  return <Notifications className={css['toasts'] ?? ''} position="bottom-left" limit={2} containerWidth={300} />;
}
