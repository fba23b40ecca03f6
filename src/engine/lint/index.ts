export { allFindings } from './lint.ts';
export { OBJECT_RULES } from './rules/index.ts';
export { silenceProblems } from './silence.ts';
