import type { Area } from '../types.ts';

export const app = {} as const satisfies Area;
