import type { Expr } from '../promql/types.ts';

/** What becomes of a label on the way from the selected series to the result. */
export type Carried = 'kept' | 'dropped' | 'unknown';

/** Certain only where grouping, functions and operators leave no choice (Prometheus promql/engine.go). */
export function carried(expr: Expr, label: string): Carried {
  switch (expr.kind) {
    case 'constant':
      return 'dropped';
    case 'selector':
      return 'kept';
    case 'aggregate': {
      const dropped = expr.by ? !expr.by.includes(label) : (expr.without?.includes(label) ?? true);
      const arg = expr.args.at(-1);
      return dropped ? 'dropped' : arg ? carried(arg, label) : 'unknown';
    }
    case 'call':
      return throughCall(expr.name, expr.args, label);
    case 'binary': {
      const left = carried(expr.left, label);
      if (expr.op === 'and' || expr.op === 'unless') return left;
      if (expr.op !== 'or') {
        if (isScalar(expr.right)) return left;
        if (isScalar(expr.left)) return carried(expr.right, label);
        if (expr.matching) return 'unknown';
      }
      return carried(expr.right, label) === left ? left : 'unknown';
    }
  }
}

const isScalar = (expr: Expr): boolean =>
  expr.kind === 'constant' ||
  (expr.kind === 'call' && ['scalar', 'time', 'pi'].includes(expr.name)) ||
  (expr.kind === 'binary' && isScalar(expr.left) && isScalar(expr.right));

const WRITES_LABELS = new Set(['label_replace', 'label_join', 'absent', 'absent_over_time', 'info']);

function throughCall(name: string, args: readonly Expr[], label: string): Carried {
  if (name === 'scalar' || name === 'vector') return 'dropped';
  if (WRITES_LABELS.has(name)) return 'unknown';
  const series = args.filter((a) => a.kind !== 'constant');
  const [only] = series;
  return series.length === 1 && only ? carried(only, label) : series.length === 0 ? 'dropped' : 'unknown';
}
