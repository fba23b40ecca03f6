/** One label matcher of a selector. Offsets count in the expression's text and cover the whole matcher. */
export interface Matcher {
  label: string;
  op: '=' | '!=' | '=~' | '!~';
  value: string;
  from: number;
  to: number;
  /** The value holds a dashboard variable: what it is compared with is not known. */
  variable: boolean;
}

/** One vector selector. `metric` is null where no name, a pattern or a variable stands. */
export interface VectorSelector {
  metric: string | null;
  matchers: Matcher[];
  from: number;
  to: number;
}

/** Why Prometheus does not accept an expression, and where in its text. */
export interface QueryError {
  code: 'syntax' | 'escape' | 'regex' | 'empty-selector' | 'name-twice' | 'type' | 'empty' | 'too-long' | 'too-deep' | 'template';
  offset: number;
  detail: string;
}

/**
 * An expression as far as it decides whether there can be a result: brackets, ranges and offsets are gone. Constants
 * are results of their own.
 */
export type Expr =
  | { kind: 'constant' }
  | { kind: 'selector'; selector: VectorSelector }
  | { kind: 'aggregate'; by: readonly string[] | null; without: readonly string[] | null; args: Expr[] }
  | { kind: 'call'; name: string; args: Expr[] }
  | { kind: 'binary'; op: string; left: Expr; right: Expr; matching: boolean; filled: boolean };

export interface Query {
  /** null: not parsed, see `error`. */
  expr: Expr | null;
  selectors: VectorSelector[];
  error: QueryError | null;
}
