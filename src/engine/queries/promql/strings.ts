/** The text of a PromQL string literal, or where in it the lexer gives up (Prometheus util/strutil, promql/parser lex.go). */
export function unquote(literal: string): { value: string } | { invalid: number } {
  const quote = literal[0] ?? '';
  if (literal.length < 2 || literal.at(-1) !== quote) return { invalid: literal.length };
  const inner = literal.slice(1, -1);
  if (quote === '`') return { value: inner };
  let value = '';
  for (let i = 0; i < inner.length; ) {
    if (inner[i] !== '\\') {
      value += inner[i++];
      continue;
    }
    const sequence = ESCAPE.exec(inner.slice(i, i + 10));
    const read = sequence && meaning(sequence[0], quote);
    if (!sequence || read === null) return { invalid: i + 1 };
    value += read;
    i += sequence[0].length;
  }
  return { value };
}

const ESCAPE = /^\\(?:[abfnrtv\\'"]|[0-7]{3}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/;
const SHORT: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\' };

function meaning(sequence: string, quote: string): string | null {
  const c = sequence[1] ?? '';
  if (c === '"' || c === "'") return c === quote ? c : null;
  if (Object.hasOwn(SHORT, c)) return SHORT[c] ?? null;
  const code = /[0-7]/.test(c) ? Number.parseInt(sequence.slice(1), 8) : Number.parseInt(sequence.slice(2), 16);
  return code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? null : String.fromCodePoint(code);
}
