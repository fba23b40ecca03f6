// `npm run conformance [-- --root DIR] [--all]`: our reports against the expectations in DIR/corpus.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runConformance } from './run.ts';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: process.env['LINKCHAIN_SHARED'] ?? '../shared' },
    known: { type: 'string', default: 'test/conformance/known.json' },
    all: { type: 'boolean', default: false },
  },
});

if (!existsSync(join(values.root, 'corpus'))) {
  console.error(`${values.root} holds no corpus folder. Name the folder that does with --root DIR.`);
  process.exit(2);
}
const { passed, failed } = await runConformance({ root: values.root, knownFile: values.known, all: values.all, print: console.log });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
