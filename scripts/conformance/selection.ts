import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingest, type RawObject } from '../../src/engine/ingest/index.ts';
import { fieldsOf } from '../../src/engine/objects/index.ts';
import { type ValidationWorld, validate } from '../../src/engine/scrape/validate/index.ts';
import { readValue } from '../../src/engine/yaml/index.ts';
import type { Difference } from './types.ts';

/** Nothing exists beside a case's objects, and what its Secrets hold may be read. */
export function closedWorld(objects: readonly RawObject[]): ValidationWorld {
  return {
    release: 93,
    closed: true,
    value(kind, namespace, name, key) {
      const object = objects.find((o) => o.kind === kind && o.namespace === namespace && o.name === name);
      if (!object) return { state: 'no-object' };
      const data = fieldsOf(object, []).map('data');
      if (!Object.hasOwn(data.value, key)) return { state: 'no-key' };
      const text = data.str(key) ?? '';
      return { state: 'present', text: kind === 'Secret' ? Buffer.from(text, 'base64').toString('utf8') : text };
    },
  };
}

/** A case of `conformance/selection`: whether the operator accepts the object, from its own unit tests. */
export function compareSelection(folder: string): Difference[] {
  const { value } = readValue(readFileSync(join(folder, 'expected.yaml'), 'utf8'));
  const { kind, object: id, accepted } = value as { kind: string; object: string; accepted: boolean };
  const text = readFileSync(join(folder, 'input.yaml'), 'utf8');
  const { objects } = ingest([{ path: 'input.yaml', text }], { defaultNamespace: 'default', eager: () => true });
  const prometheus = objects.find((o) => o.kind === 'Prometheus' || o.kind === 'PrometheusAgent');
  const object = objects.find((o) => o.kind === kind && `${o.namespace}/${o.name}` === id);
  if (!prometheus || !object) throw new Error(`${kind} ${id} or its Prometheus is not in the input`);
  const verdict = validate(prometheus, object, closedWorld(objects));
  const expected = accepted ? 'accepted' : 'rejected';
  const got = verdict.state === 'rejected' ? `rejected: ${verdict.code} at ${verdict.field}` : verdict.state;
  return got.startsWith(expected) ? [] : [{ chain: '-', field: 'verdict', expected, got }];
}
