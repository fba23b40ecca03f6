export { isGoalName } from './goals.ts';
export { planGoal } from './plan.ts';
export { applyGoals, previewGoals, reachGoals, waysTo } from './preview.ts';
export { FIXABLE } from './strategies/fixes/index.ts';
export { STRATEGIES } from './strategies/index.ts';
export type * from './types.ts';
