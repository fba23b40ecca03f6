import { type ParsedTarFileItem, parseTar } from 'nanotar';
import type { Entry } from './entry.ts';

/** The files of a tar, their paths as they were written. Throws on a broken archive. */
export function untar(bytes: Uint8Array): Entry[] {
  // nanotar reads the whole buffer behind a view, so a view gets its own.
  const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
  const entries: Entry[] = [];
  let end = 0;
  for (const item of parseTar(whole as Uint8Array<ArrayBuffer>)) {
    if (item.type !== 'file' && item.type !== 'contiguousFile') continue;
    const path = item.data ? (writtenPath(whole, end, item.data.byteOffset - BLOCK, item) ?? item.name) : item.name;
    if (item.data) end = item.data.byteOffset + Math.ceil(item.size / BLOCK) * BLOCK;
    entries.push({ path, bytes: item.data ?? new Uint8Array() });
  }
  return entries;
}

const BLOCK = 512;

/**
 * nanotar cuts a PAX path at its first space, drops the prefix field of long ustar paths and takes `..` out unseen:
 * the path is read again from the headers that stand before the data.
 */
function writtenPath(tar: Uint8Array, from: number, header: number, item: ParsedTarFileItem): string | null {
  const extended = (item.attrs as Record<string, unknown> | undefined)?.['path'];
  if (typeof extended === 'string') {
    const paths = [...text(tar, from, header - from).matchAll(/\d+ path=([^\n]*)\n/g)].map((m) => m[1] as string);
    return paths.findLast((path) => path.startsWith(extended)) ?? extended;
  }
  const name = text(tar, header, 100);
  const prefix = text(tar, header + 257, 6) === 'ustar' ? text(tar, header + 345, 155) : '';
  return prefix === '' ? name : `${prefix}/${name}`;
}

function text(bytes: Uint8Array, start: number, size: number): string {
  const field = bytes.subarray(start, start + size);
  const nul = size > BLOCK ? -1 : field.indexOf(0);
  return new TextDecoder().decode(nul === -1 ? field : field.subarray(0, nul));
}
