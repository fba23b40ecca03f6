export { type CutOff, cutOff, dependentsOf } from './dependents.ts';
export { selectorsOf } from './promql/selectors.ts';
export { answerOf, rowOf } from './rows.ts';
export * from './types.ts';
export { judgeObjects, rulesInSlices, rulesView } from './view.ts';
