import { createStore } from 'zustand/vanilla';

/** Short messages about what just happened. */
export interface Note {
  id: number;
  text: string;
}
/** What was done is told in passing; what failed stays until it is closed. */
export const notes = createStore<Record<'done' | 'failed', Note[]>>()(() => ({ done: [], failed: [] }));

/** Of what was done, more than these at once tell nobody anything. */
const MOST = 2;

let next = 1;
export function notify(text: string, tone: 'done' | 'failed' = 'done'): void {
  const note = { id: next++, text };
  notes.setState((all) => {
    const others = all[tone].filter((n) => n.text !== text);
    return { [tone]: tone === 'done' ? [...others, note].slice(-MOST) : [...others, note] };
  });
}
export const dismiss = (id: number): void =>
  notes.setState(({ done, failed }) => ({ done: done.filter((n) => n.id !== id), failed: failed.filter((n) => n.id !== id) }));
