import type { problems as source } from '../en/problems.ts';
import type { Translated } from '../types.ts';

export const problems: Translated<typeof source> = {};
