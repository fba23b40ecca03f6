import { base64urlLength, fromBase64url, toBase64url } from './base64url.ts';
import { crc32 } from './crc32.ts';

/** Length and CRC-32 of what follows, four bytes each, big endian. */
const HEADER = 8;

/** Bytes as text that knows how long it is and what it should sum up to. */
export function seal(body: Uint8Array): string {
  const bytes = new Uint8Array(HEADER + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, body.length);
  view.setUint32(4, crc32(body));
  bytes.set(body, HEADER);
  return toBase64url(bytes);
}

/**
 * The sealed bytes, told apart from a cut and from an altered text. What follows them is ignored:
 * links pick up dots, brackets and whole words on their way through chats and mails.
 */
export function unseal(text: string): Uint8Array | 'truncated' | 'damaged' {
  const run = /^[\w-]*/.exec(text)?.[0] ?? '';
  const cut = run.length < text.length && /[\w-]/.test(text.slice(run.length)) ? 'damaged' : 'truncated';
  const head = fromBase64url(run.slice(0, base64urlLength(HEADER)));
  if (head === null || head.length < HEADER) return cut;
  const view = new DataView(head.buffer);
  const length = view.getUint32(0);
  const needed = base64urlLength(HEADER + length);
  if (run.length < needed) return cut;
  const body = fromBase64url(run.slice(0, needed))?.subarray(HEADER);
  return body !== undefined && body.length === length && crc32(body) === view.getUint32(4) ? body : 'damaged';
}
