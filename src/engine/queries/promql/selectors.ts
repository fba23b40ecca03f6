import { matchRegex } from '../../scrape/index.ts';
import { typeFault } from './check.ts';
import { type Node, parseTree } from './load.ts';
import { demands } from './matchers.ts';
import { children, expressions, isExpression } from './nodes.ts';
import { unquote } from './strings.ts';
import type { Expr, Matcher, Query, QueryError, VectorSelector } from './types.ts';

/** Longer expressions are not looked into; nested deeper they are not followed (the parser flattens what is deeper still). */
const LONGEST = 20_000;
const DEEPEST = 500;

class Refused extends Error {
  readonly reason: QueryError;
  constructor(code: QueryError['code'], offset: number, detail = '') {
    super(code);
    this.reason = { code, offset, detail };
  }
}

export interface SelectorOptions {
  /** Whether a matcher's value is not a plain text: a dashboard variable stands in it. */
  isVariable?: (value: string) => boolean;
  /** Whether a name stands for a variable and not for a metric. */
  isPlaceholder?: (name: string) => boolean;
}

/**
 * The vector selectors of an expression with their matchers, and the shape that decides whether there can be a result.
 * What Prometheus would refuse is an error with its offset. Throws only for want of the parser or of RE2 (`withParts`).
 */
export function selectorsOf(text: string, options: SelectorOptions = {}): Query {
  const selectors: VectorSelector[] = [];
  try {
    if (text.trim() === '') throw new Refused('empty', 0);
    if (text.length > LONGEST) throw new Refused('too-long', LONGEST);
    if (brackets(text) > DEEPEST) throw new Refused('too-deep', 0);
    const top = parseTree(text).topNode;
    const wrong = firstError(top);
    if (wrong && operators(text) > MOST_OPERATORS) throw new Refused('too-deep', wrong.from);
    if (wrong) throw new Refused('syntax', wrong.from, excerpt(text, wrong.from));
    const found = expressions(top)[0];
    if (!found) throw new Refused('too-deep', 0);
    const expr = read(found, { text, selectors, options }, 0);
    // A variable may stand for anything.
    const fault = options.isVariable ? null : typeFault(found, text);
    return { expr, selectors, error: fault && { code: 'type', ...fault } };
  } catch (error) {
    if (error instanceof Refused) return { expr: null, selectors, error: error.reason };
    throw error;
  }
}

/** How deep brackets nest; in strings they count too, which is no matter. */
function brackets(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const c of text) {
    if (c === '(') deepest = Math.max(deepest, ++depth);
    else if (c === ')') depth--;
  }
  return deepest;
}

/** A longer row of operators makes the parser itself give up, whatever Prometheus says. */
const MOST_OPERATORS = 300;
const operators = (text: string): number => text.match(/[-+*/%^]|\b(?:and|or|unless)\b/gi)?.length ?? 0;

/** What stands at the place where the parser gave up. */
const excerpt = (text: string, at: number): string => text.slice(at, at + 20).split('\n')[0] ?? '';

function firstError(top: Node): { from: number } | null {
  const cursor = top.cursor();
  do if (cursor.type.isError) return { from: cursor.from };
  while (cursor.next());
  return null;
}

interface Reading {
  text: string;
  selectors: VectorSelector[];
  options: SelectorOptions;
}

function read(node: Node, r: Reading, depth: number): Expr {
  if (depth > DEEPEST) throw new Refused('too-deep', node.from);
  const inner = (holder: Node): Expr[] => expressions(holder).map((c) => read(c, r, depth + 1));
  const source = (n: Node | null | undefined): string => (n ? r.text.slice(n.from, n.to) : '');
  switch (node.name) {
    case 'NumberDurationLiteral':
      return { kind: 'constant' };
    case 'StringLiteral':
      literal(node, r);
      return { kind: 'constant' };
    case 'VectorSelector': {
      const selector = readSelector(node, r);
      // A variable alone is more often a number than a metric: `topk($n, …)`.
      return selector.metric === null && selector.matchers.length === 0 ? { kind: 'constant' } : { kind: 'selector', selector };
    }
    case 'FunctionCall': {
      const body = node.getChild('FunctionCallBody');
      return { kind: 'call', name: source(node.getChild('FunctionIdentifier')), args: body ? inner(body) : [] };
    }
    case 'AggregateExpr': {
      const modifier = node.getChild('AggregateModifier');
      const grouping = modifier?.getChild('GroupingLabels');
      const labels = grouping ? children(grouping).map((c) => labelName(c, r)) : [];
      const body = node.getChild('FunctionCallBody');
      const without = modifier?.getChild('Without') != null;
      // `topk` and its like hand whole series on.
      const whole = WHOLE_SERIES.has(source(node.getChild('AggregateOp')).toLowerCase());
      return {
        kind: 'aggregate',
        by: whole || without ? null : labels,
        without: whole ? [] : without ? labels : null,
        args: body ? inner(body) : [],
      };
    }
    case 'BinaryExpr': {
      const [left, right] = inner(node);
      if (!left || !right) throw new Refused('too-deep', node.from);
      const operator = children(node).find((c) => !isExpression(c));
      return {
        kind: 'binary',
        op: source(operator).toLowerCase(),
        left,
        right,
        matching: node.getChild('MatchingModifierClause') !== null,
        filled: children(node).some((c) => c.name.startsWith('Fill')),
      };
    }
    default: {
      const [only] = inner(node);
      if (!only) throw new Refused('too-deep', node.from);
      return only;
    }
  }
}

const WHOLE_SERIES = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

function literal(node: Node, r: Reading): string {
  const read = unquote(r.text.slice(node.from, node.to));
  if ('value' in read) return read.value;
  throw new Refused('escape', node.from + read.invalid, excerpt(r.text, node.from + read.invalid));
}

/** A label's name as written or, quoted, as the literal says. */
function labelName(node: Node, r: Reading): string {
  if (node.name === 'StringLiteral') return literal(node, r);
  const quoted = node.getChild('StringLiteral');
  return quoted ? literal(quoted, r) : r.text.slice(node.from, node.to);
}

function readSelector(node: Node, r: Reading): VectorSelector {
  const name = node.getChild('Identifier');
  const names: string[] = name ? [r.text.slice(name.from, name.to)] : [];
  const matchers: Matcher[] = [];
  const list = node.getChild('LabelMatchers');
  for (const child of list ? children(list) : []) {
    if (child.name === 'QuotedLabelName') names.push(labelName(child, r));
    if (child.name !== 'UnquotedLabelMatcher' && child.name !== 'QuotedLabelMatcher') continue;
    const matcher = readMatcher(child, r);
    if (matcher.label !== '__name__') matchers.push(matcher);
    else if (matcher.op === '=' && !matcher.variable) names.push(matcher.value);
    else matchers.push(matcher);
  }
  if (names.length > 1) throw new Refused('name-twice', node.from, names.join(', '));
  const [metric = null] = names;
  if (metric === null && !matchers.some((m) => m.variable || demands(m))) throw new Refused('empty-selector', node.from);
  const isName = metric !== null && !(r.options.isPlaceholder?.(metric) ?? false);
  const selector = { metric: isName ? metric : null, matchers, from: node.from, to: node.to };
  r.selectors.push(selector);
  return selector;
}

function readMatcher(node: Node, r: Reading): Matcher {
  const [name, op, string] = children(node);
  if (!name || !op || !string) throw new Refused('too-deep', node.from);
  const value = literal(string, r);
  const variable = r.options.isVariable?.(value) ?? false;
  const operator = r.text.slice(op.from, op.to) as Matcher['op'];
  if (!variable && operator.endsWith('~') && matchRegex(value, '') === 'invalid') throw new Refused('regex', string.from + 1, value);
  return { label: labelName(name, r), op: operator, value, from: node.from, to: node.to, variable };
}
