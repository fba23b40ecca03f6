import { signature, type ValueType } from './functions.ts';
import type { Node } from './load.ts';
import { children, expressions } from './nodes.ts';

/** A place where Prometheus refuses an expression that is well formed, and what it says there. */
export interface TypeFault {
  offset: number;
  detail: string;
}

const AGGREGATES_WITH_PARAMETER: Readonly<Record<string, ValueType>> = {
  topk: 'scalar',
  bottomk: 'scalar',
  quantile: 'scalar',
  limitk: 'scalar',
  limit_ratio: 'scalar',
  count_values: 'string',
};
const COMPARISONS = new Set(['==', '!=', '<', '>', '<=', '>=']);
const SETS = new Set(['and', 'or', 'unless']);

/** The first fault of types in an expression whose syntax is right (Prometheus promql/parser parse.go checkAST); null: none. */
export function typeFault(top: Node, text: string): TypeFault | null {
  let fault: TypeFault | null = null;
  const fail = (node: Node, detail: string): null => {
    fault ??= { offset: node.from, detail };
    return null;
  };
  const source = (node: Node | null | undefined): string => (node ? text.slice(node.from, node.to) : '');
  const want = (node: Node, wanted: ValueType, where: string): void => {
    const got = typeOf(node);
    if (got !== null && got !== wanted) fail(node, `${where}: ${got} ≠ ${wanted}`);
  };

  /** null: not known, or a fault was found in it. */
  function typeOf(node: Node): ValueType | null {
    const [first, second] = expressions(node);
    switch (node.name) {
      case 'NumberDurationLiteral':
        return 'scalar';
      case 'StringLiteral':
        return 'string';
      case 'VectorSelector':
        return 'vector';
      case 'MatrixSelector':
        return first?.name === 'VectorSelector' ? 'matrix' : fail(node, 'range');
      case 'SubqueryExpr':
        if (!first || first.name === 'BinaryExpr' || first.name === 'UnaryExpr') return fail(node, 'subquery');
        want(first, 'vector', 'subquery');
        return 'matrix';
      case 'OffsetExpr':
      case 'StepInvariantExpr':
        return first ? shifted(first) : null;
      case 'UnaryExpr': {
        const type = first ? typeOf(first) : null;
        return first && (type === 'matrix' || type === 'string') ? fail(first, `unary: ${type}`) : type;
      }
      case 'AggregateExpr':
        return aggregate(node);
      case 'FunctionCall':
        return call(node);
      case 'BinaryExpr':
        return first && second ? binary(node, first, second) : null;
      default:
        return first ? typeOf(first) : null;
    }
  }

  /** `offset` and `@` bind tighter than operators, whatever the tree says: they belong to the rightmost operand. */
  function shifted(inner: Node): ValueType | null {
    let operand: Node | undefined = inner;
    while (operand && (operand.name === 'BinaryExpr' || operand.name === 'UnaryExpr')) operand = expressions(operand).at(-1);
    if (operand && ['AggregateExpr', 'FunctionCall', 'ParenExpr', 'NumberDurationLiteral', 'StringLiteral'].includes(operand.name))
      return fail(operand, 'offset');
    return typeOf(inner);
  }

  function aggregate(node: Node): ValueType | null {
    const op = source(node.getChild('AggregateOp')).toLowerCase();
    const parameter = Object.hasOwn(AGGREGATES_WITH_PARAMETER, op) ? AGGREGATES_WITH_PARAMETER[op] : undefined;
    const body = node.getChild('FunctionCallBody');
    const args = body ? expressions(body) : [];
    const [first] = args;
    const last = args.at(-1);
    if (args.length !== (parameter ? 2 : 1) || !first || !last) return fail(node, op);
    if (parameter) want(first, parameter, op);
    want(last, 'vector', op);
    return 'vector';
  }

  function call(node: Node): ValueType | null {
    const name = source(node.getChild('FunctionIdentifier'));
    const known = signature(name);
    const body = node.getChild('FunctionCallBody');
    const args = body ? expressions(body) : [];
    if (!known) {
      for (const arg of args) typeOf(arg);
      return null;
    }
    if (args.length < known.least || args.length > known.most) return fail(node, name);
    for (const [i, arg] of args.entries()) want(arg, known.args[i] ?? known.args.at(-1) ?? 'vector', name);
    return known.returns;
  }

  function binary(node: Node, left: Node, right: Node): ValueType | null {
    const operator = children(node).find((c) => c.from >= left.to && !c.type.isError);
    const op = source(operator).toLowerCase();
    const types = [typeOf(left), typeOf(right)];
    for (const [i, type] of types.entries())
      if (type === 'matrix' || type === 'string') return fail(i === 0 ? left : right, `${op}: ${type}`);
    const compares = COMPARISONS.has(op);
    const bool = node.getChild('BoolModifier');
    if (bool && !compares) return fail(bool, `${op} bool`);
    const [l, r] = types;
    if (SETS.has(op) && (l === 'scalar' || r === 'scalar')) return fail(l === 'scalar' ? left : right, `${op}: scalar`);
    if (compares && l === 'scalar' && r === 'scalar' && !bool) return fail(operator ?? node, `${op}: bool`);
    return matching(node, op, l ?? null, r ?? null);
  }

  function matching(node: Node, op: string, l: ValueType | null, r: ValueType | null): ValueType | null {
    const clause = node.getChild('MatchingModifierClause');
    if (clause && SETS.has(op) && (clause.getChild('GroupLeft') || clause.getChild('GroupRight'))) return fail(clause, `${op} group`);
    const labels = clause?.getChild('GroupingLabels');
    if (clause && labels && children(labels).length > 0 && (l === 'scalar' || r === 'scalar')) return fail(clause, `${op}: scalar`);
    if (l === null || r === null) return null;
    return l === 'scalar' && r === 'scalar' ? 'scalar' : 'vector';
  }

  typeOf(top);
  return fault;
}
