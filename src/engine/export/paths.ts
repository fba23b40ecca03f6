/** Path segments no archive or patch should carry: they leave the folder, or are no file's name. */
const UNSAFE = new Set(['', '.', '..', '__proto__']);

/** A user's path as a relative one that stays below the folder it is unpacked in. */
export function safePath(path: string): string {
  const segments = path
    .replace(/\\/g, '/')
    .replace(/^[A-Za-z]:/, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must go
    .replace(/[\u0000-\u001f\u007f]/g, '_')
    .split('/')
    .filter((segment) => !UNSAFE.has(segment));
  return segments.length === 0 ? 'file' : segments.join('/');
}

/** Safe paths of a list, each one once: what clashes gets a number before its extension. */
export function uniquePaths(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const safe = safePath(path);
    let unique = safe;
    for (let n = 2; taken.has(unique.toLowerCase()); n++) unique = numbered(safe, n);
    // Lower case, because two names that differ in case only are one file on many disks.
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function numbered(path: string, n: number): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1 ? `${path.slice(0, dot)}-${n}${path.slice(dot)}` : `${path}-${n}`;
}
