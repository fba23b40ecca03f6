/** One directive of an nginx configuration: its words, and what stands in its braces. */
export interface Directive {
  words: string[];
  block: Directive[];
}

/** Deeper than this is no configuration that anybody wrote. */
const DEEPEST = 32;

/** nginx src/core/ngx_conf_file.c: words, quotes, comments, `;` and braces. What does not close ends at the end. */
export function readNginx(text: string): Directive[] {
  const root: Directive = { words: [], block: [] };
  const open: Directive[] = [root];
  let words: string[] = [];
  for (const [, quoted, single, comment, mark, plain] of text.matchAll(
    /"((?:\\[\s\S]|[^"\\])*)"|'((?:\\[\s\S]|[^'\\])*)'|(#[^\n]*)|([;{}])|([^\s;{}"'#]+)/g,
  )) {
    const word = quoted ?? single ?? plain;
    if (word !== undefined) words.push(word);
    if (comment !== undefined || mark === undefined) continue;
    if (mark === '}') {
      if (open.length > 1) open.pop();
    } else {
      const directive: Directive = { words, block: [] };
      if (words.length > 0 || mark === '{') open.at(-1)?.block.push(directive);
      if (mark === '{' && open.length < DEEPEST) open.push(directive);
    }
    words = [];
  }
  return root.block;
}

/** Every directive of a name, however deep. */
export const allNamed = (directives: readonly Directive[], name: string): Directive[] =>
  directives.flatMap((d) => [...(d.words[0] === name ? [d] : []), ...allNamed(d.block, name)]);
