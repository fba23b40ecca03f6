import { Gunzip } from 'fflate';
import { TooLarge } from './entry.ts';
import { joined } from './joined.ts';

/** Input per step: deflate can grow a thousandfold, so a step yields 16 MB at most before the total is looked at again. */
const STEP = 16 * 1024;

/** Inflates gzip, stopping as soon as there is more than `most` allows for what begins so. Throws on broken input and `TooLarge`. */
export function gunzip(bytes: Uint8Array, most: (start: Uint8Array) => number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let limit: number | null = null;
  const stream = new Gunzip((chunk) => {
    size += chunk.length;
    if (chunk.length > 0) limit ??= most(chunk);
    if (limit !== null && size > limit) throw new TooLarge(limit);
    chunks.push(chunk);
  });
  for (let at = 0; at < bytes.length; at += STEP) stream.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  return joined(chunks);
}
