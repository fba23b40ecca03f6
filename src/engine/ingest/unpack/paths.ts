/** What an archive's path becomes: relative, without steps out of the archive. `escaped` tells that it tried to leave. */
export function cleanPath(raw: string): { path: string; escaped: boolean } {
  const slashes = raw.replaceAll('\\', '/');
  const steps: string[] = [];
  let escaped = /^(?:[a-zA-Z]:|\/)/.test(slashes);
  for (const step of slashes.replace(/^[a-zA-Z]:/, '').split('/')) {
    if (step === '..') escaped = steps.pop() === undefined || escaped;
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return { path: steps.join('/'), escaped };
}

/** What macOS and Windows leave beside the files: resource forks, folder settings, thumbnails. */
export function isJunk(path: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/.test(path);
}

/** The path itself, or with a number before its extension when it is taken: `a/service (2).yaml`. */
export function pathUnique(taken: { has(path: string): boolean }, path: string): string {
  if (!taken.has(path)) return path;
  const m = /^(.*[^/])(\.[^./]+)$/s.exec(path);
  const [stem, extension] = m ? [m[1] as string, m[2] as string] : [path, ''];
  for (let n = 2; ; n++) {
    const candidate = `${stem} (${n})${extension}`;
    if (!taken.has(candidate)) return candidate;
  }
}
