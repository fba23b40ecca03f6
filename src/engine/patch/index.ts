export { planGoal } from './plan.ts';
export { applyGoals, previewGoals, waysTo } from './preview.ts';
export { STRATEGIES } from './strategies/index.ts';
export type * from './types.ts';
