import { apiserver } from './apiserver.ts';
import { dns } from './dns.ts';
import type { Provided } from './types.ts';

/** One line per Service that clusters bring along. */
export const provided: readonly Provided[] = [apiserver, dns];
