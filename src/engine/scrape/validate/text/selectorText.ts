import { isLabelKey, isLabelValue } from './labelValue.ts';

const TOKEN = /\s*(?:([^\s,()!=<>]+)|(!=|==|=|!|<|>|,|\(|\)))/y;
const LONGEST = 100_000;

/** Whether a label selector such as `app=x,tier in (a, b),!old` can be read (apimachinery labels.Parse). */
export function isLabelSelector(text: string): boolean {
  const tokens = tokensOf(text);
  if (tokens === null) return false;
  let i = 0;
  const next = (): string => tokens[i++] ?? '';
  const word = (): string | null => {
    const token = tokens[i] ?? '';
    if (token === '' || /^[,()!=<>]/.test(token)) return null;
    i++;
    return token;
  };
  const values = (): boolean => {
    if (next() !== '(') return false;
    // Values may be left out: `in ()`, `in (a,)` stand for the empty value.
    for (;;) {
      const value = word();
      if (value !== null && !isLabelValue(value)) return false;
      const token = next();
      if (token === ')') return true;
      if (token !== ',') return false;
    }
  };
  const requirement = (): boolean => {
    const negated = tokens[i] === '!';
    if (negated) i++;
    const key = word();
    if (key === null || key === 'in' || key === 'notin' || !isLabelKey(key)) return false;
    const operator = tokens[i] ?? '';
    if (operator === '' || operator === ',') return true;
    if (negated) return false;
    i++;
    if (operator === 'in' || operator === 'notin') return values();
    if (operator === '<' || operator === '>') return /^[+-]?\d+$/.test(word() ?? '');
    return ['=', '==', '!='].includes(operator) && isLabelValue(word() ?? '');
  };
  while (i < tokens.length) {
    if (!requirement()) return false;
    if (i === tokens.length) return true;
    if (next() !== ',' || i === tokens.length) return false;
  }
  return true;
}

function tokensOf(text: string): string[] | null {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  if (end > LONGEST) return null;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const found = TOKEN.exec(text);
    if (!found) return null;
    tokens.push(found[1] ?? found[2] ?? '');
  }
  return tokens;
}

/** Whether a field selector such as `status.phase=Running,metadata.name!=x` can be read (apimachinery fields.ParseSelector). */
export function isFieldSelector(text: string): boolean {
  return terms(text).every((term) => {
    if (term === '') return true;
    const operator = /^((?:[^\\!=]|!(?!=)|\\.)*)(!=|==|=)/s.exec(term);
    return operator !== null && isEscaped(term.slice(operator[0].length));
  });
}

/** Cuts at commas that are not escaped. */
function terms(text: string): string[] {
  const found: string[] = [''];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === ',') found.push('');
    else found[found.length - 1] += c === '\\' ? c + text.charAt(++i) : c;
  }
  return found;
}

/** A value in which `\`, `,` and `=` stand behind a backslash and nothing else does. */
const isEscaped = (value: string): boolean => /^(?:[^\\,=]|\\[\\,=])*$/s.test(value);
