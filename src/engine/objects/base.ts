import { type RawObject, within } from '../ingest/index.ts';
import { type Fields, fieldsOf } from './fields.ts';
import type { FieldProblem, KubeObject } from './types.ts';

type Base<K> = Pick<KubeObject, 'raw' | 'id' | 'namespace' | 'name' | 'labels' | 'annotations' | 'fieldProblems' | 'at'> & { kind: K };

/** What every object has, and the reader for its own fields. */
export function open<K extends string>(raw: RawObject): { base: Base<K>; fields: Fields; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const fields = fieldsOf(raw, problems);
  const metadata = fields.map('metadata');
  const base: Base<K> = {
    raw,
    id: raw.id,
    kind: raw.kind as K,
    namespace: raw.namespace,
    name: raw.name,
    labels: metadata.labels('labels'),
    annotations: metadata.labels('annotations'),
    fieldProblems: problems,
    at: (path, part) => within(raw, path, part),
  };
  return { base, fields, problems };
}
