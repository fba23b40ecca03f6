export { planGoal } from './plan.ts';
export { applyGoals, previewGoals } from './preview.ts';
export { STRATEGIES } from './strategies/index.ts';
export type * from './types.ts';
