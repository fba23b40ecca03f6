import { join, resolve } from 'node:path';

/** The folder beside the checkout that holds the corpus; LINKCHAIN_SHARED names another. */
export const SHARED = resolve(process.env['LINKCHAIN_SHARED'] ?? join(import.meta.dirname, '../../../shared'));
