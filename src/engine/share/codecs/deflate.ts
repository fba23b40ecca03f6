import { deflateSync, Inflate } from 'fflate';
import type { Codec } from '../types.ts';

/** Deflate grows at most about 1032 times: what one piece can become stays near one megabyte. */
const PIECE = 1024;

class TooLarge extends Error {}

/** Raw deflate, as CompressionStream's `deflate-raw` reads and writes it. */
export const deflate: Codec = {
  id: 'd',
  pack: (bytes) => deflateSync(bytes, { level: 9 }),
  unpack(bytes, limit) {
    const parts: Uint8Array[] = [];
    let size = 0;
    const inflate = new Inflate((part) => {
      size += part.length;
      if (size > limit) throw new TooLarge();
      parts.push(part);
    });
    try {
      for (let at = 0; at < bytes.length; at += PIECE) {
        inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length);
      }
    } catch (e) {
      return e instanceof TooLarge ? 'too-large' : 'damaged';
    }
    return joined(parts, size);
  },
};

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
