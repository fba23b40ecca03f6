import { utf16 } from './sniff.ts';

export interface Decoded {
  text: string;
  /** Offset of the first character that stands for bytes that are not UTF-8; null when all are. */
  invalidAt: number | null;
}

/** Bytes as text. A byte order mark stays, so that edits keep every byte; UTF-16 is recognised by it. */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = utf16(bytes);
  if (encoding) return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), invalidAt: null };
  try {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes), invalidAt: null };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    return { text, invalidAt: Math.max(0, text.indexOf('\uFFFD')) };
  }
}
