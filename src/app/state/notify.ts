import { createStore } from 'zustand/vanilla';

/** Short messages about what just happened. The toast code is loaded with the first of them. */
export interface Note {
  id: number;
  text: string;
  tone: 'done' | 'failed';
}
export const notes = createStore<{ queue: Note[]; shown: boolean }>()(() => ({ queue: [], shown: false }));

let next = 1;
export function notify(text: string, tone: Note['tone'] = 'done'): void {
  notes.setState(({ queue }) => ({ queue: [...queue, { id: next++, text, tone }] }));
}
