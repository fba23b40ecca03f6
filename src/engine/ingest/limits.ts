import type { Limits } from './types.ts';

const MB = 1024 * 1024;

/** What is taken in at most; beyond it the rest is left out and said so. */
export const LIMITS: Limits = {
  fileBytes: 64 * MB,
  totalBytes: 256 * MB,
  files: 20_000,
  documents: 200_000,
};
