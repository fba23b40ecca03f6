import type { Area } from '../types.ts';

export const chain = {} as const satisfies Area;
