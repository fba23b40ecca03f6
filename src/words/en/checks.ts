import type { Area } from '../types.ts';

export const checks = {} as const satisfies Area;
