import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  type ParsedNode,
  Parser,
  type YAMLParseError,
} from 'yaml';
import type { Entry, Item, MapNode, ScalarStyle, SeqNode, SyntaxProblem, Tree, TreeNode } from './tree.ts';

const STYLES: Record<string, ScalarStyle> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/**
 * Parses one document with the `yaml` package. Never throws; stops where the nesting passes `depth`, since what builds
 * the nodes is recursive.
 */
export function compose(text: string, depth: number): Tree {
  const tree: Tree = { root: null, errors: [], tooDeepAt: null, secondAt: null };
  const composer = new Composer({ schema: 'failsafe', uniqueKeys: false, keepSourceTokens: true, logLevel: 'silent' });
  limitErrors(composer);
  try {
    collect(text, composer.compose(tokensOf(text, depth, tree), true, text.length), tree);
  } catch {
    // Too many errors: those so far say what there is to say.
    for (const e of (composer as unknown as { errors: YAMLParseError[] }).errors) tree.errors.push(syntaxProblem(e));
    if (tree.errors.length === 0) tree.errors.push({ start: 0, end: 0, code: 'UNEXPECTED_TOKEN', message: 'too many errors' });
  }
  return tree;
}

function collect(text: string, docs: Iterable<Pick<Document, 'contents' | 'errors'> & { range: readonly number[] }>, tree: Tree): void {
  let first = true;
  for (const doc of docs) {
    if (!first) {
      tree.secondAt = doc.range[0] ?? 0;
      return;
    }
    first = false;
    tree.errors.push(...doc.errors.map(syntaxProblem));
    if (tree.tooDeepAt === null && doc.contents)
      tree.root = convert(text, doc.contents as ParsedNode, (doc.contents as ParsedNode).range[0]);
  }
}

const syntaxProblem = (e: YAMLParseError): SyntaxProblem => ({ start: e.pos[0], end: e.pos[1], code: e.code, message: e.message });

/**
 * Every error costs a stack trace, and hostile text has one per character: after a few, reading stops.
 * `onError` is private in the package's types; should it go, a test of hostile texts gets slow and says so.
 */
function limitErrors(composer: Composer): void {
  const own = composer as unknown as { onError?: (...args: unknown[]) => void };
  const onError = own.onError;
  if (!onError) return;
  let left = 50;
  own.onError = (...args) => {
    // Warnings (unknown tags) are nothing to us.
    if (args[3]) return;
    if (left-- <= 0) throw new Error('too many errors');
    onError(...args);
  };
}

function* tokensOf(text: string, depth: number, tree: Tree): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    // The document itself and the scalar in hand are on the stack too.
    if (parser.stack.length > depth + 2) {
      tree.tooDeepAt = parser.offset;
      return;
    }
  }
  yield* parser.end();
}

function convert(text: string, node: ParsedNode, lead: number): TreeNode {
  const [start, end] = node.range;
  const base = { start, end, lead: Math.min(lead, start), anchor: isAlias(node) ? null : (node.anchor ?? null), tag: node.tag ?? null };
  if (isAlias(node)) return { ...base, type: 'alias', name: node.source };
  if (isScalar(node)) {
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain';
    const trimmed = style === 'literal' || style === 'folded' ? trimBreaks(text, start, end) : end;
    return { ...base, type: 'scalar', style, text: node.source ?? '', end: trimmed, outer: end };
  }
  if (isMap(node)) return convertMap(text, node, base);
  return isSeq(node) ? convertSeq(text, node, base) : { ...base, type: 'scalar', style: 'plain', text: '', outer: end };
}

type Common = Omit<MapNode, 'type' | 'flow' | 'entries'>;
type YamlMap = Extract<ParsedNode, { items: { key: unknown }[] }>;

function convertMap(text: string, node: YamlMap, base: Common): MapNode {
  const entries: Entry[] = [];
  for (const pair of node.items) {
    const token = pair.srcToken as CST.CollectionItem | undefined;
    const colon = token?.sep?.find((t) => t.type === 'map-value-ind')?.offset ?? -1;
    const key = convert(text, pair.key as ParsedNode, leadOf(token?.start));
    const after = colon === -1 ? key.end : colon + 1;
    const value = pair.value ? convert(text, pair.value as ParsedNode, leadOf(token?.sep, colon)) : empty(after);
    // The package puts an empty value at the end of the comments behind it.
    entries.push({ key, value: isEmpty(value) ? { ...value, start: after, end: after, outer: after } : value, colon });
  }
  const flow = node.flow === true;
  const last = entries.at(-1);
  return { ...base, type: 'map', flow, entries, end: flow || !last ? base.end : endOf(last.value) };
}

function convertSeq(text: string, node: Extract<ParsedNode, { items: ParsedNode[] | unknown[] }>, base: Common): SeqNode {
  const flow = (node as { flow?: boolean }).flow === true;
  const token = node.srcToken as CST.BlockSequence | CST.FlowCollection | undefined;
  const sources = flow
    ? []
    : (token?.items ?? []).filter(
        (i) => i.value || i.start.some((t) => t.type !== 'comment' && t.type !== 'newline' && t.type !== 'space'),
      );
  const items = (node.items as ParsedNode[]).map((child, i): Item => {
    const start = flow ? undefined : sources[i]?.start;
    const mark = start?.find((t) => t.type === 'seq-item-ind')?.offset;
    const value = convert(text, child, leadOf(start, mark));
    if (mark === undefined) return { mark: value.lead, value };
    return { mark, value: isEmpty(value) ? { ...value, start: mark + 1, end: mark + 1, outer: mark + 1 } : value };
  });
  const last = items.at(-1);
  return { ...base, type: 'seq', flow, items, end: flow || !last ? base.end : endOf(last.value) };
}

function isEmpty(node: TreeNode): node is Extract<TreeNode, { type: 'scalar' }> {
  return node.type === 'scalar' && node.style === 'plain' && node.start === node.end && node.anchor === null && node.tag === null;
}

function empty(at: number): TreeNode {
  return { type: 'scalar', style: 'plain', text: '', start: at, end: at, outer: at, lead: at, anchor: null, tag: null };
}

const endOf = (node: TreeNode): number => node.end;

/** Offset of the first anchor or tag behind `from`. */
function leadOf(tokens: CST.SourceToken[] | undefined, from = -1): number {
  const found = tokens?.find((t) => t.offset > from && (t.type === 'anchor' || t.type === 'tag'));
  return found ? found.offset : Number.POSITIVE_INFINITY;
}

function trimBreaks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && (text[at - 1] === '\n' || text[at - 1] === '\r')) at--;
  return at;
}
