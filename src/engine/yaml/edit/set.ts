import { keyText } from '../locate.ts';
import type { ScalarNode } from '../tree.ts';
import type { Path, TextEdit } from '../types.ts';
import { type EditContext, inFlow, Refusal, resolve } from './context.ts';
import { lineBreak, lineStart } from './lines.ts';
import { fitsLiteral, literal, printScalar } from './scalar.ts';
import type { ScalarInput } from './types.ts';

/** Replaces one scalar, keeping its style where the new value allows. */
export function setEdits(c: EditContext, path: Path, value: ScalarInput): TextEdit[] {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Refusal('bad-value', path);
  const found = resolve(c, path);
  const { node, entry } = found;
  if (node.type === 'map' || node.type === 'seq') throw new Refusal('not-a-scalar', path);
  if (node.tag !== null || node.anchor !== null) throw new Refusal('tagged', path);
  const flow = inFlow(found);
  if (node.type === 'alias') return [{ start: node.start, end: node.end, text: printScalar(value, { ...c.style, flow }) }];
  if (node.start === node.end) {
    const space = entry?.colon === -1 ? ': ' : ' ';
    return [{ start: node.start, end: node.start, text: space + printScalar(value, { ...c.style, flow }) }];
  }
  if (node.style === 'literal' || node.style === 'folded') return [setBlock(c, node, value)];
  return [{ start: node.start, end: node.end, text: printScalar(value, { ...c.style, flow, keep: node.style }) }];
}

/** `|` stays `|`; `>` stays where folding cannot change the text; what a block cannot hold is quoted. */
function setBlock(c: EditContext, node: ScalarNode, value: ScalarInput): TextEdit {
  const text = c.text;
  const headEnd = lineBreak(text, node.start);
  const header = /^([|>])([-+\d]*)/.exec(text.slice(node.start, headEnd));
  const owned = text[node.end] === undefined ? node.end : Math.min(node.outer, text.length);
  const keepsBlanks = header?.[2]?.includes('+') ?? false;
  if (typeof value !== 'string' || !fitsLiteral(value))
    return { start: node.start, end: node.end, text: printScalar(value, { ...c.style, flow: false }) };

  const parent = parentIndent(text, node);
  const content = contentIndent(text, headEnd, node.end) ?? parent + c.style.step;
  const block = literal(value, content - parent);
  const folds =
    header?.[1] === '>' && block.lines.filter((l) => l !== '').length === 1 && !block.header.includes('+') && !/\d/.test(block.header);
  const head = (folds ? `>${block.header.slice(1)}` : block.header) + text.slice(node.start + (header?.[0].length ?? 1), headEnd);
  const body = block.lines.map((line) => (line === '' ? '' : ' '.repeat(content) + line));
  const printed = [head, ...body].join(c.style.eol);
  // `+` reads every blank line behind it, so those are written anew; otherwise they stay as they are.
  if (!keepsBlanks && !block.header.includes('+')) return { start: node.start, end: node.end, text: printed };
  return { start: node.start, end: owned, text: owned > node.end ? printed + c.style.eol : printed };
}

/** Indentation of the first line of content; null when there is none. */
function contentIndent(text: string, from: number, to: number): number | null {
  const m = /\n( *)[^ \r\n]/.exec(text.slice(from, to));
  return m ? (m[1] as string).length : null;
}

/** The column a block scalar's indentation indicator counts from: of the key or dash that holds it. */
function parentIndent(text: string, node: ScalarNode): number {
  const start = lineStart(text, node.start);
  const head = text.slice(start, node.start);
  const dashes = /^ *(?:- +)*/.exec(head)?.[0] ?? '';
  return dashes.length === head.length ? head.lastIndexOf('-') : dashes.length;
}

/** Replaces one key. Refuses a name that the map already has. */
export function renameEdits(c: EditContext, path: Path, key: string): TextEdit[] {
  const found = resolve(c, path);
  const { entry, parent } = found;
  if (!entry || parent?.type !== 'map') throw new Refusal('not-a-map', path);
  if (parent.entries.some((e) => e !== entry && keyText(e.key, c.root) === key)) throw new Refusal('key-exists', path);
  const node = entry.key;
  if (node.type !== 'scalar' || node.tag !== null || node.anchor !== null) throw new Refusal('bad-key', path);
  const keep = node.style === 'literal' || node.style === 'folded' ? 'plain' : node.style;
  const text = checkKey(printScalar(key, { ...c.style, flow: inFlow(found), keep }), path);
  return [{ start: node.start, end: node.end, text }];
}

/** Parsers look for the colon within 1024 characters. */
export function checkKey(printed: string, path: Path): string {
  if (printed.length > 1000) throw new Refusal('bad-key', path);
  return printed;
}
