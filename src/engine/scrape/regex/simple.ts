/**
 * Patterns that mean the same to RE2 and to JavaScript and that JavaScript matches without blowing up: literals,
 * classes, groups, alternatives, and few quantifiers that do not nest. Most relabelings in the field are of this kind.
 */
export function isSimple(pattern: string): boolean {
  const groups: Group[] = [];
  let group: Group = { repeats: false, chooses: false };
  let unbounded = 0;
  for (let i = 0; i < pattern.length; ) {
    const token = tokenAt(pattern, i);
    if (token === null) return false;
    i = token.end;
    if (token.kind === 'open') {
      groups.push(group);
      group = { repeats: false, chooses: false };
      continue;
    }
    let inner: Group | null = null;
    if (token.kind === 'close') {
      const outer = groups.pop();
      if (!outer) return false;
      inner = group;
      group = { repeats: outer.repeats || inner.repeats, chooses: outer.chooses };
    }
    if (token.kind === 'or') group.chooses = true;
    const quantifier = QUANTIFIER.exec(pattern.slice(i, i + 12));
    if (!quantifier) continue;
    if (token.kind === 'or' || token.kind === 'anchor') return false;
    if (inner && (inner.repeats || inner.chooses)) return false;
    if (quantifier[0] !== '?' && ++unbounded > MOST_REPEATS) return false;
    group.repeats = true;
    i += quantifier[0].length;
    if (/^[*+?{]/.test(pattern.slice(i))) return false;
  }
  return groups.length === 0;
}

interface Group {
  repeats: boolean;
  chooses: boolean;
}
interface Token {
  kind: 'open' | 'close' | 'or' | 'anchor' | 'atom';
  end: number;
}

/** Matching time grows with the text's length to this power at worst. */
const MOST_REPEATS = 3;
const QUANTIFIER = /^(?:[*+?]|\{\d{1,2}(?:,\d{0,2})?\})\??/;
const ESCAPE = /^\\(?:[dDwW]|[^\w\s])/;
const CLASS = /^\[\^?(?:[^[\]\\&~\s-]|\\(?:[dDwW]|[^\w\s])|-(?=\])|[\w]-[\w])+\]/;

function tokenAt(pattern: string, i: number): Token | null {
  const c = pattern[i] ?? '';
  switch (c) {
    case '(':
      if (pattern[i + 1] !== '?') return { kind: 'open', end: i + 1 };
      return pattern[i + 2] === ':' ? { kind: 'open', end: i + 3 } : null;
    case ')':
      return { kind: 'close', end: i + 1 };
    case '|':
      return { kind: 'or', end: i + 1 };
    case '^':
    case '$':
      return { kind: 'anchor', end: i + 1 };
    case '\\':
    case '[': {
      const found = (c === '[' ? CLASS : ESCAPE).exec(pattern.slice(i));
      return found ? { kind: 'atom', end: i + found[0].length } : null;
    }
    case '*':
    case '+':
    case '?':
    case '{':
    case '}':
    case ']':
      return null;
    default:
      // Beyond the basic plane the two count characters differently.
      return c >= '\ud800' && c <= '\udfff' ? null : { kind: 'atom', end: i + 1 };
  }
}
