import type { Area } from '../types.ts';

export const problems = {} as const satisfies Area;
