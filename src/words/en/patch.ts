import type { Area } from '../types.ts';

export const patch = {} as const satisfies Area;
