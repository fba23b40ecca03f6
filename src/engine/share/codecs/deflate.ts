import { deflateRaw, Inflate } from 'pako';
import { joined } from '../../ingest/index.ts';

/** Deflate grows at most about 1032 times: what one piece can become stays near one megabyte. */
const PIECE = 1024;

class TooLarge extends Error {}

/** Raw deflate (RFC 1951), with what both sides know beforehand. */
export const pack = (bytes: Uint8Array, dictionary?: Uint8Array): Uint8Array =>
  deflateRaw(bytes, { level: 9, memLevel: 9, ...(dictionary ? { dictionary } : {}) });

/** Stops, without having held more, when the result would be larger than `limit` bytes. */
export function unpack(bytes: Uint8Array, limit: number, dictionary?: Uint8Array): Uint8Array | 'too-large' | 'damaged' {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate({ raw: true, ...(dictionary ? { dictionary } : {}) });
  inflate.onData = (part: Uint8Array) => {
    size += part.length;
    if (size > limit) throw new TooLarge();
    parts.push(part.slice());
  };
  try {
    for (let at = 0; at < bytes.length && !inflate.ended; at += PIECE)
      if (!inflate.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)) return 'damaged';
  } catch (e) {
    return e instanceof TooLarge ? 'too-large' : 'damaged';
  }
  return inflate.ended && inflate.err === 0 ? joined(parts) : 'damaged';
}
