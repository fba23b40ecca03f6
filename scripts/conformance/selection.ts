import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingest, type RawObject } from '../../src/engine/ingest/index.ts';
import { fieldsOf } from '../../src/engine/objects/index.ts';
import { withRe2 } from '../../src/engine/scrape/index.ts';
import { type ValidationWorld, validate } from '../../src/engine/scrape/validate/index.ts';
import { readValue } from '../../src/engine/yaml/index.ts';
import type { Case } from './types.ts';

/** Nothing exists beside a case's objects, and what its Secrets hold may be read. */
function closedWorld(objects: readonly RawObject[]): ValidationWorld {
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

async function judge(dir: string): Promise<{ expected: string; got: string }> {
  const { value } = readValue(readFileSync(join(dir, 'expected.yaml'), 'utf8'));
  const { kind, object: id, accepted } = value as { kind: string; object: string; accepted: boolean };
  const text = readFileSync(join(dir, 'input.yaml'), 'utf8');
  const { objects } = ingest([{ path: 'input.yaml', text }], { defaultNamespace: 'default', eager: () => true });
  const prometheus = objects.find((o) => o.kind === 'Prometheus' || o.kind === 'PrometheusAgent');
  const object = objects.find((o) => o.kind === kind && `${o.namespace}/${o.name}` === id);
  if (!prometheus || !object) throw new Error(`${kind} ${id} or its Prometheus is not in the input`);
  const verdict = await withRe2(() => validate(prometheus, object, closedWorld(objects)));
  const got = verdict.state === 'rejected' ? `rejected: ${verdict.code} at ${verdict.field}` : verdict.state;
  return { expected: accepted ? 'accepted' : 'rejected', got };
}

/** `conformance/selection`: which objects the operator accepts, from its own unit tests. */
export async function* selectionCases(root: string): AsyncGenerator<Case> {
  const names = existsSync(root) ? readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
  for (const { name } of names.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const started = performance.now();
    const { expected, got } = await judge(join(root, name)).catch((error: unknown) => ({
      expected: 'a verdict',
      got: error instanceof Error ? error.message : String(error),
    }));
    const differences = got.startsWith(expected) ? [] : [{ chain: '-', field: 'verdict', expected, got }];
    yield { suite: 'selection', name, required: true, chains: 0, differences, milliseconds: performance.now() - started };
  }
}
