import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Ingested, ingest, LIMITS, type Problem, unpack } from '../../src/engine/ingest/index.ts';
import { isEager, readObject } from '../../src/engine/objects/index.ts';
import { SHARED } from './root.ts';

interface Counts {
  docs?: number;
  objects?: number;
  /** Documents with an error. */
  bad?: number;
}
const root = join(SHARED, 'corpus/nasty');
const given: Record<string, Counts> = existsSync(root) ? JSON.parse(readFileSync(join(root, 'expect.json'), 'utf8')) : {};

/** Where other counts than the given ones are right, and why. */
const ELSEWHERE: Record<string, Counts> = {
  // The directive stays with its document, so its tag is known and the Namespace is read like any other object.
  'tag-directive.yaml': { objects: 5, bad: 0 },
  // One JSON document is read or refused as a whole.
  'deep-json-10k.json': { objects: 0 },
};

const CEILING_MS = 2000;

describe.skipIf(!existsSync(root))('inputs of the kind that breaks readers', () => {
  it.each(Object.entries(given))('%s', (file, counts) => {
    const start = performance.now();
    const { files, problems } = unpack(file, readFileSync(join(root, file)), LIMITS);
    const ingested = ingest(files, { defaultNamespace: 'default', eager: isEager });
    for (const raw of ingested.objects) {
      readObject(raw);
      raw.body();
    }
    expect(performance.now() - start).toBeLessThan(CEILING_MS);

    const errors = [...problems, ...ingested.problems].filter((p) => p.severity === 'error');
    const found = {
      docs: ingested.files.reduce((n, f) => n + f.documents, 0),
      objects: ingested.objectCount,
      bad: new Set(errors.map((p) => placeOf(p, ingested))).size,
    };
    const { docs = found.docs, objects = found.objects, bad = found.bad } = { ...counts, ...ELSEWHERE[file] };
    expect(found, errors.map((p) => `${p.file}:${p.line}:${p.column} ${p.code}`).join('\n')).toEqual({ docs, objects, bad });
  });
});

/** The document a problem is in, or the file where it is about the whole file. */
function placeOf({ file, line }: Problem, { docs }: Ingested): string {
  const before = [...docs.values()].filter((d) => d.file === file && d.line <= line);
  return before.at(-1)?.id ?? file;
}
