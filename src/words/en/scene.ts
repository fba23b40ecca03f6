import type { Area } from '../types.ts';

export const scene = {} as const satisfies Area;
