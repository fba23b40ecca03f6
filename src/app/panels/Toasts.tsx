import '@mantine/core/styles/Notification.css';
import '@mantine/notifications/styles.css';
import { Notifications, notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import { notes } from '../state/notify.ts';

/** Shows queued notes. Loaded on first use. */
export default function Toasts() {
  const queue = useStore(notes, (s) => s.queue);
  useEffect(() => {
    if (queue.length === 0) return;
    for (const note of queue) {
      notifications.show({
        id: String(note.id),
        message: note.text,
        color: note.tone === 'failed' ? 'red' : 'blue',
        withBorder: true,
        autoClose: note.tone === 'failed' ? 12_000 : 4_000,
      });
    }
    notes.setState({ queue: [], shown: true });
  }, [queue]);
  return <Notifications position="bottom-center" limit={3} />;
}
