import type { Area } from '../types.ts';

export const cli = {} as const satisfies Area;
