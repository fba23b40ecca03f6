import type { roles as source } from '../en/roles.ts';
import type { Translated } from '../types.ts';

export const roles: Translated<typeof source> = {};
