import type { app as source } from '../en/app.ts';
import type { Translated } from '../types.ts';

export const app: Translated<typeof source> = {};
