import type { checks as source } from '../en/checks.ts';
import type { Translated } from '../types.ts';

export const checks: Translated<typeof source> = {};
