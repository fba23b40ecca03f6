export { allFindings } from './lint.ts';
export { OBJECT_RULES } from './rules/index.ts';
export { isContainerPortName } from './rules/invalidPortName.ts';
export { silenceProblems } from './silence.ts';
