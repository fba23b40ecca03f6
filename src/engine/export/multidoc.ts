import type { SourceFile } from '../ingest/index.ts';

/**
 * Everything as one stream of documents, each file under a line that names it. The documents' own text stays as it is;
 * only a byte order mark goes, and a line break comes where a file ends without one.
 */
export function multiDocument(files: readonly Pick<SourceFile, 'path' | 'text'>[]): string {
  return files.map(({ path, text }) => section(path, text.startsWith('\ufeff') ? text.slice(1) : text)).join('');
}

function section(path: string, text: string): string {
  if (text.trim() === '') return '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a path must not break out of its comment
  const source = `# Source: ${path.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]/g, ' ')}\n`;
  const body = /\n$/.test(text) ? text : `${text}\n`;
  // JSON is told by its first character, so nothing may stand before it in its document; a file's own `---` needs no other.
  if (startsWithSeparator(text)) return source + body;
  return /^\s*[{[]/.test(text) ? `${source}---\n${body}` : `---\n${source}${body}`;
}

/** Only comments and blank lines before the first `---`. */
function startsWithSeparator(text: string): boolean {
  return /^(?:[ \t]*(?:#[^\n]*)?\r?\n)*---(?:\s|$)/.test(text);
}
