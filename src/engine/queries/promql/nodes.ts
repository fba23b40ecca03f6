import type { Node } from './load.ts';

const EXPRESSIONS = new Set(
  'AggregateExpr BinaryExpr FunctionCall MatrixSelector NumberDurationLiteral OffsetExpr AnchoredExpr SmoothedExpr ParenExpr StringLiteral SubqueryExpr UnaryExpr VectorSelector StepInvariantExpr'.split(
    ' ',
  ),
);

export const isExpression = (node: Node): boolean => EXPRESSIONS.has(node.name);

export function children(node: Node): Node[] {
  const all: Node[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) all.push(child);
  return all;
}

/** The operands among a node's children. */
export const expressions = (node: Node): Node[] => children(node).filter(isExpression);
