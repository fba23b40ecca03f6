/** `$name`, `${name}`, `${name:format}`, `[[name]]`, `[[name:format]]` (Grafana's template syntax). */
const VARIABLE = /\$(?:\{\w+(?:\.[\w.]+)?(?::[^{}\n]*)?\}|[a-zA-Z_]\w*)|\[\[\w+(?:\.[\w.]+)?(?::\w*)?\]\]/y;
const ANYWHERE = new RegExp(VARIABLE.source);

/** A value with a variable in it: what it stands for is decided by who looks at the dashboard. */
export const hasVariable = (value: string): boolean => ANYWHERE.test(value);

/** A name in which a variable stands, or the whole of it. */
export const isPlaceholder = (name: string): boolean => /^grafana_*$|^g_+$|__+$/.test(name);

/**
 * An expression in which the parser finds something of the right kind wherever a variable stands outside of strings:
 * a duration in brackets and after `offset`, a function's name before `(`, else a name. Every offset stays as it was.
 */
export function withoutVariables(text: string): string {
  let out = '';
  let quote = '';
  for (let i = 0; i < text.length; ) {
    const c = text[i] ?? '';
    if (quote !== '') {
      if (c === '\\' && quote !== '`') {
        out += text.slice(i, i + 2);
        i += 2;
        continue;
      }
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'" || c === '`') quote = c;
    else if (c === '#') {
      const end = text.indexOf('\n', i);
      const comment = text.slice(i, end < 0 ? text.length : end);
      out += comment;
      i += comment.length;
      continue;
    } else if (c === '$' || c === '[') {
      VARIABLE.lastIndex = i;
      const found = VARIABLE.exec(text)?.[0];
      if (found !== undefined) {
        out += standIn(found.length, out, text.slice(i + found.length, i + found.length + 20));
        i += found.length;
        continue;
      }
    }
    out += c;
    i += 1;
  }
  return out;
}

function standIn(length: number, before: string, after: string): string {
  const inBrackets = before.lastIndexOf('[') > before.lastIndexOf(']');
  if (inBrackets || /\boffset\s+-?$/i.test(before)) {
    // `[5$unit]`, `[${n}m]`: what stands beside it makes one duration with it.
    if (/[\d.]$/.test(before)) return 'm'.padEnd(length);
    return (/^[a-z]/.test(after) ? '1' : '1m').padStart(length, '0');
  }
  if (/[\w:]$/.test(before)) return '_'.repeat(length);
  if (/^\s*\(/.test(after)) return 'ln'.padEnd(length);
  return (length >= 7 ? 'grafana' : 'g').padEnd(length, '_');
}
