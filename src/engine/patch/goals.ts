import type { GoalName } from './types.ts';

/** Whether a word, from a command line, a link or a saved workspace, names a goal. */
export const isGoalName = (text: unknown): text is GoalName =>
  typeof text === 'string' && /^(?:http|https|outside|tidy-names|fix:[a-z0-9-]{1,60})$/.test(text);
