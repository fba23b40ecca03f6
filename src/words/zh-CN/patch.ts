import type { patch as source } from '../en/patch.ts';
import type { Translated } from '../types.ts';

export const patch: Translated<typeof source> = {};
