import { unzipSync } from 'fflate';
import { type Entry, TooLarge } from './entry.ts';

export interface ZipFilter {
  /** Bytes all entries together may inflate to. */
  most: number;
  /** Whether an entry is wanted at all, by its path and its size as announced. */
  wanted(path: string, size: number): boolean;
}

/**
 * The wanted files of a zip, by its central directory. An entry never inflates to more than it announces (fflate fills
 * a buffer of that size), so the announced sizes are what is added up. Throws on broken input and `TooLarge`.
 */
export function unzip(bytes: Uint8Array, { most, wanted }: ZipFilter): { entries: Entry[]; unsupported: string[] } {
  const unsupported: string[] = [];
  let total = 0;
  const files = unzipSync(bytes, {
    filter({ name, originalSize, compression, size }) {
      if (name.endsWith('/') || !wanted(name, originalSize)) return false;
      if (compression !== STORED && compression !== DEFLATED) {
        unsupported.push(name);
        return false;
      }
      total += compression === STORED ? size : originalSize;
      if (total > most) throw new TooLarge(most);
      return true;
    },
  });
  return { entries: Object.entries(files).map(([path, data]) => ({ path, bytes: data })), unsupported };
}

const STORED = 0;
const DEFLATED = 8;
