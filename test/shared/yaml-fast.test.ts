import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readFast } from '../../src/engine/yaml/fast/index.ts';
import { splitDocuments } from '../../src/engine/yaml/index.ts';
import { READ_LIMITS, readSlow } from '../../src/engine/yaml/read.ts';

const corpus = join(process.env.LINKCHAIN_SHARED ?? '../shared', 'corpus');
const folders = ['nasty', 'semantics', 'derived', ...readdirSync(join(corpus, 'sets')).map((set) => `sets/${set}`)];

/** Whenever the fast reader answers, it answers what the `yaml` package does, which then has no complaint either. */
describe.each(folders)('%s', (folder) => {
  test('fast equals slow', { timeout: 120_000 }, () => {
    const root = join(corpus, folder);
    for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) => /\.ya?ml$/.test(f))) {
      for (const doc of splitDocuments(readFileSync(join(root, file), 'utf8'))) {
        const fast = readFast(doc.text, READ_LIMITS.depth);
        if (fast === undefined) continue;
        const slow = readSlow(doc.text, READ_LIMITS);
        const same = slow.problems.length === 0 && JSON.stringify(fast) === JSON.stringify(slow.value);
        if (!same) expect({ value: fast, problems: [] }, `${file}:${doc.line}`).toEqual(slow);
      }
    }
  });
});

test('the fast reader answers nearly always', () => {
  const root = join(corpus, 'sets/kube-prometheus-main');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((f) => /\.ya?ml$/.test(f));
  const docs = files.flatMap((file) => splitDocuments(readFileSync(join(root, file), 'utf8')));
  expect(docs.filter((doc) => readFast(doc.text, READ_LIMITS.depth) === undefined).length).toBeLessThan(docs.length / 20);
});
