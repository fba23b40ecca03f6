// `npm run conformance [-- --root DIR] [--only SUITE]`: our reports against the expectations in DIR/corpus and DIR/conformance.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runConformance } from './run.ts';
import { SUITES } from './types.ts';

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: process.env['LINKCHAIN_SHARED'] ?? '../shared' },
    known: { type: 'string', default: 'test/conformance/known.json' },
    only: { type: 'string' },
  },
});

if (!['corpus', 'conformance'].some((folder) => existsSync(join(values.root, folder)))) {
  console.error(`${values.root} holds no corpus or conformance folder. Name the folder that does with --root DIR.`);
  process.exit(2);
}
const only = SUITES.find((suite) => suite === values.only) ?? null;
if (values.only !== undefined && only === null) {
  console.error(`There is no suite ${values.only}. The suites: ${SUITES.join(', ')}`);
  process.exit(2);
}
const { passed, failed } = await runConformance({ root: values.root, knownFile: values.known, only, print: console.log });
if (passed + failed === 0) {
  console.error(`${values.root} holds no cases${only ? ` for ${only}` : ''}.`);
  process.exit(2);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
