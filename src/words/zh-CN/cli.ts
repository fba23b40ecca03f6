import type { cli as source } from '../en/cli.ts';
import type { Translated } from '../types.ts';

export const cli: Translated<typeof source> = {};
