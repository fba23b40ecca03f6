type Token = 'star' | ((char: string) => boolean);

/** Longer ones are nobody's paths; the work grows with pattern times path. */
const LONGEST = 1000;

/**
 * Go path.Match, as kube-rbac-proxy compares its path lists: `*` and `?` do not cross a slash. A malformed pattern matches
 * nothing. All ways to match are followed at once, so that no pattern takes long.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const tokens = pattern.length > LONGEST || path.length > LONGEST ? null : tokensOf(pattern.trim());
  if (tokens === null) return false;
  let ends = new Set([0]);
  for (const token of tokens) ends = token === 'star' ? stretched(ends, path) : stepped(ends, path, token);
  return ends.has(path.length);
}

function stretched(starts: ReadonlySet<number>, path: string): Set<number> {
  const ends = new Set<number>();
  for (const start of starts) {
    let end = start;
    while (!ends.has(end)) {
      ends.add(end);
      if (end < path.length && path[end] !== '/') end++;
    }
  }
  return ends;
}

function stepped(starts: ReadonlySet<number>, path: string, fits: (char: string) => boolean): Set<number> {
  const ends = new Set<number>();
  for (const start of starts) if (start < path.length && fits(path[start] ?? '')) ends.add(start + 1);
  return ends;
}

function tokensOf(pattern: string): Token[] | null {
  const tokens: Token[] = [];
  for (const [, escaped, negated, set, plain = ''] of pattern.matchAll(/\\([\s\S])|\[(\^?)((?:\\[\s\S]|[^\]\\])+)\]|([\s\S])/g)) {
    if (escaped !== undefined) tokens.push((char) => char === escaped);
    else if (set !== undefined) {
      const ranges = rangesOf(set);
      tokens.push((char) => ranges.some(([from, to]) => from <= char && char <= to) !== (negated === '^'));
    } else if (plain === '*') tokens.push('star');
    else if (plain === '?') tokens.push((char) => char !== '/');
    // An unfinished set or escape: Go calls the pattern bad.
    else if (plain === '[' || plain === '\\') return null;
    else tokens.push((char) => char === plain);
  }
  return tokens;
}

/** `a-z` and single characters, each of which may be escaped. */
const rangesOf = (set: string): [string, string][] =>
  [...set.matchAll(/(\\?[\s\S])(?:-(\\?[\s\S]))?/g)].map(([, from = '', to = from]) => [from.slice(-1), to.slice(-1)]);
