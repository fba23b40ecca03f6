import { lazily } from '../lazy/index.ts';
import type { Limits } from './types.ts';
import type { Unpacked } from './unpack/index.ts';

/** Archives and their formats are loaded with the first bytes somebody drops. */
const unpacking = lazily(() => import('./unpack/index.ts'));

/** Files out of bytes of any kind: text, or an archive of texts. */
export const unpack = (name: string, bytes: Uint8Array, limits: Limits, onProgress?: (files: number) => void): Unpacked =>
  unpacking().unpack(name, bytes, limits, onProgress);
