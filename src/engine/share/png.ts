import { joined } from '../ingest/index.ts';
import { crc32 } from './crc32.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORD = 'linkchain';

/** A PNG (ISO 15948) with a text chunk of ours before its end, where every program that shows pictures passes over it. */
export function pngWith(png: Uint8Array, text: string): Uint8Array {
  const body = new TextEncoder().encode(`${KEYWORD}\u0000${text}`);
  const chunk = new Uint8Array(body.length + 12);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, body.length);
  chunk.set(new TextEncoder().encode('tEXt'), 4);
  chunk.set(body, 8);
  view.setUint32(8 + body.length, crc32(chunk.subarray(4, 8 + body.length)));
  // IEND is the last chunk, and has no data.
  const end = png.length - 12;
  return joined([png.subarray(0, end), chunk, png.subarray(end)]);
}

/** The text that `pngWith` put in; null where there is none, or where the bytes are no PNG. */
export function textOfPng(png: Uint8Array): string | null {
  if (!SIGNATURE.every((byte, i) => png[i] === byte)) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  for (let at = SIGNATURE.length; at + 12 <= png.length; ) {
    const length = view.getUint32(at);
    if (at + 12 + length > png.length) return null;
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === 'tEXt' && crc32(png.subarray(at + 4, at + 8 + length)) === view.getUint32(at + 8 + length)) {
      const text = new TextDecoder('latin1').decode(body);
      if (text.startsWith(`${KEYWORD}\u0000`)) return text.slice(KEYWORD.length + 1);
    }
    at += 12 + length;
  }
  return null;
}
