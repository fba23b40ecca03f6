import { createStore } from 'zustand/vanilla';

/** Short messages about what just happened. */
export interface Note {
  id: number;
  text: string;
}
/** What was done is told in passing (the toast code is loaded with the first of it); what failed stays until it is closed. */
export const notes = createStore<{ queue: Note[]; shown: boolean; failed: Note[] }>()(() => ({ queue: [], shown: false, failed: [] }));

let next = 1;
export function notify(text: string, tone: 'done' | 'failed' = 'done'): void {
  const note = { id: next++, text };
  notes.setState(({ queue, failed }) =>
    tone === 'done' ? { queue: [...queue, note] } : { failed: [...failed.filter((f) => f.text !== text), note] },
  );
}
export const dismiss = (id: number): void => notes.setState(({ failed }) => ({ failed: failed.filter((f) => f.id !== id) }));
