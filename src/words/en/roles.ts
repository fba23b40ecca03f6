import type { Area } from '../types.ts';

export const roles = {} as const satisfies Area;
