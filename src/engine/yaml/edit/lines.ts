import type { ScalarNode, TreeNode } from '../tree.ts';

export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** Offset after the line break of the line that holds `at`. */
export function lineAfter(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline + 1;
}

/** Offset of the line break (or `\r\n`) that ends the line of `at`. */
export function lineBreak(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  if (newline === -1) return text.length;
  return newline > 0 && text[newline - 1] === '\r' ? newline - 1 : newline;
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at);
}

/** True when something other than spaces stands before `at` in its line: `- name`, where `name` opens its map. */
export function isInline(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() !== '';
}

/** Start of the comment lines directly above a line, in the same column: they speak of what follows. */
export function withComments(text: string, start: number, column: number): number {
  let from = start;
  while (from > 0) {
    const above = lineStart(text, from - 1);
    const line = text.slice(above, from);
    if (line[column] !== '#' || line.slice(0, column).trim() !== '') break;
    from = above;
  }
  return from;
}

/** Offset after the comment lines below that are indented deeper than `column`: they belong to what is above. */
export function pastInnerComments(text: string, from: number, column: number): number {
  let at = from;
  while (at < text.length) {
    const m = /^ *#/.exec(text.slice(at, at + 400));
    if (!m || m[0].length - 1 <= column) break;
    at = lineAfter(text, at);
  }
  return at;
}

/** Where the lines of a value end, the line break included. Block scalars with `+` own the blank lines behind them. */
export function endOfLines(text: string, node: TreeNode): number {
  const last = lastScalar(node);
  if (last && (last.style === 'literal' || last.style === 'folded') && /^[|>]\d?\+/.test(text.slice(last.start, last.start + 3)))
    return last.outer;
  return lineAfter(text, node.end);
}

function lastScalar(node: TreeNode): ScalarNode | null {
  if (node.type === 'scalar') return node;
  if (node.type === 'alias' || node.flow) return null;
  const last = node.type === 'map' ? node.entries.at(-1)?.value : node.items.at(-1)?.value;
  return last ? lastScalar(last) : null;
}
