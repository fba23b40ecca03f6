/** Go path.Match, as kube-rbac-proxy compares its path lists: `*` and `?` do not cross a slash. A malformed pattern matches nothing. */
export function matchesPath(pattern: string, path: string): boolean {
  const regex = pattern.trim().replace(/\\([\s\S])|\[(\^?)((?:\\[\s\S]|[^\]\\])+)\]|([\s\S])/g, translate);
  try {
    return new RegExp(`^${regex}$`).test(path);
  } catch {
    return false;
  }
}

function translate(_: string, escaped?: string, negated?: string, set?: string, plain?: string): string {
  if (escaped !== undefined) return quoted(escaped);
  if (set !== undefined) return `(?!/)[${negated ?? ''}${set.replace(/[[^]/g, '\\$&')}]`;
  if (plain === '*') return '[^/]*';
  // An unfinished set: Go calls the pattern bad.
  if (plain === '[') return '(?!)';
  return plain === '?' ? '[^/]' : quoted(plain ?? '');
}

const quoted = (char: string): string => char.replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
