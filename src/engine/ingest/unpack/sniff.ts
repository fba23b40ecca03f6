/** What bytes are, by their first bytes; a name proves nothing. */
export type Format = 'zip' | 'gzip' | 'tar' | 'text' | 'binary' | ForeignFormat;
/** Known for what they are and not opened. */
export type ForeignFormat = 'xz' | 'bzip2' | 'zstd' | '7z' | 'rar';

const MAGIC: readonly [Format, readonly number[], number][] = [
  ['zip', [0x50, 0x4b, 3, 4], 0],
  // An archive without entries.
  ['zip', [0x50, 0x4b, 5, 6], 0],
  ['gzip', [0x1f, 0x8b], 0],
  // `ustar`, in both the POSIX and the GNU form.
  ['tar', [0x75, 0x73, 0x74, 0x61, 0x72], 257],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a], 0],
  ['bzip2', [0x42, 0x5a, 0x68], 0],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd], 0],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf], 0],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a], 0],
];

/** A text has no NUL at its start; a file padded with NULs at its end is still text. */
export function sniff(bytes: Uint8Array): Format {
  for (const [format, magic, at] of MAGIC) if (magic.every((byte, i) => bytes[at + i] === byte)) return format;
  if (utf16(bytes)) return 'text';
  const start = bytes.subarray(0, LOOKED_AT);
  const nul = start.indexOf(0);
  return nul === -1 || start.subarray(nul).every((byte) => byte === 0) ? 'text' : 'binary';
}

const LOOKED_AT = 8192;

/** The encoding a UTF-16 byte order mark announces. */
export function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}
