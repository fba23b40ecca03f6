import type { chain as source } from '../en/chain.ts';
import type { Translated } from '../types.ts';

export const chain: Translated<typeof source> = {};
