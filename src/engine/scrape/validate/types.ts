import type { At } from '../../yaml/index.ts';
import type { SchemaCode } from './codes.ts';

/** What a reference to a key of a Secret or ConfigMap leads to. `text` is null where the value may not be read. */
export type Content = { state: 'no-object' } | { state: 'no-key' } | { state: 'present'; text: string | null };

/** What is known beside the object that is judged. */
export interface ValidationWorld {
  /** Release of the operator as `major * 1000 + minor` (93 is v0.93); the newest known where nothing says otherwise. */
  release: number;
  /** Nothing exists beyond the input: what is absent is missing, not unknown. */
  closed: boolean;
  /** Looks up a key. Asked about objects of any name, also `__proto__`. */
  value(kind: 'Secret' | 'ConfigMap', namespace: string, name: string, key: string): Content;
  /** What is wrong with a PromQL expression; null: nothing. Without it expressions are not judged. */
  promql?: (expression: string) => string | null;
}

/** One field the API server refuses, whatever the operator would make of it. */
export interface FieldVerdict {
  code: SchemaCode;
  params: Record<string, string | number>;
  field: string;
  at: At;
}
