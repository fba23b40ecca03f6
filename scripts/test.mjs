// `npm test [-- STEP...]`: installs what is missing and runs every check, or the named ones. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, root } from './install.mjs';

/** @typedef {{ id: string, what: string, run: () => Promise<Counts>, onlyNamed?: boolean }} Step */
/** @typedef {{ ok: boolean, passed: number, failed: number }} Counts */

const modules = join(root, 'node_modules');
const reports = mkdtempSync(join(tmpdir(), 'linkchain-test-'));

/** @type {Step[]} */
const STEPS = [
  { id: 'types', what: 'type check (tsc)', run: () => tool('typescript/bin/tsc', '-p', '.') },
  { id: 'lint', what: 'lint and format (biome)', run: () => tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings') },
  { id: 'dead-code', what: 'dead code (knip)', run: () => tool('knip/bin/knip.js', '--no-progress') },
  { id: 'contract', what: 'layers, registries and words (vitest)', run: () => vitest('contract') },
  { id: 'unit', what: 'unit tests (vitest)', run: () => vitest('unit') },
  { id: 'component', what: 'component tests (vitest, happy-dom)', run: () => vitest('component') },
  { id: 'build', what: 'build of the app and the command line', run: () => node(join(root, 'scripts', 'build.mjs')) },
  { id: 'size', what: 'size budget', run: () => tool('size-limit/bin.js') },
  { id: 'e2e', what: 'end-to-end tests (vitest, Chromium)', run: () => endToEnd('e2e') },
  { id: 'shared', what: 'tests on the shared corpus (vitest)', run: () => shared(() => vitest('shared')), onlyNamed: true },
  {
    id: 'shared-e2e',
    what: 'end-to-end tests on the shared corpus (vitest, Chromium)',
    run: () => shared(() => endToEnd('shared-e2e')),
    onlyNamed: true,
  },
];

const named = process.argv.slice(2);
const unknown = named.filter((id) => !STEPS.some((step) => step.id === id));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${STEPS.map((step) => step.id).join(', ')}`);
  process.exit(2);
}

ensureInstalled();
const results = [];
for (const step of STEPS.filter(({ id, onlyNamed }) => (named.length > 0 ? named.includes(id) : !onlyNamed))) {
  console.log(`\n=== ${step.what} ===`);
  const started = Date.now();
  const counts = await step.run();
  results.push({ ...step, ...counts, seconds: (Date.now() - started) / 1000 });
}
rmSync(reports, { recursive: true, force: true });

console.log('\n=== summary ===');
for (const { ok, what, passed, failed, seconds } of results) {
  const tests = passed + failed > 0 ? `, ${passed} passed, ${failed} failed` : '';
  console.log(`${ok ? 'ok    ' : 'FAILED'}  ${what} (${seconds.toFixed(1)} s${tests})`);
}
const passed = results.reduce((sum, r) => sum + r.passed, 0);
// A step that fails without a failing test of its own (types, lint, size, a crash) counts as one.
const failed = results.reduce((sum, r) => sum + Math.max(r.failed, r.ok ? 0 : 1), 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

/**
 * @param {string} bin path below node_modules
 * @param {string[]} args
 */
function tool(bin, ...args) {
  return node(join(modules, bin), ...args);
}

/**
 * @param {string[]} args
 * @returns {Promise<Counts>}
 */
function node(...args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('close', (code) => resolve({ ok: code === 0, passed: 0, failed: 0 }));
  });
}

/**
 * @param {string} project
 * @returns {Promise<Counts>}
 */
async function vitest(project) {
  const report = join(reports, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await tool('vitest/vitest.mjs', 'run', '--project', project, ...reporters);
  if (!existsSync(report)) return { ok: false, passed: 0, failed: 0 };
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
  return { ok, passed: numPassedTests, failed: numFailedTests };
}

/**
 * @param {string} project
 * @returns {Promise<Counts>}
 */
async function endToEnd(project) {
  try {
    process.env['CHROMIUM'] = await ensureBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { ok: false, passed: 0, failed: 0 };
  }
  return vitest(project);
}

/**
 * @param {() => Promise<Counts>} run
 * @returns {Promise<Counts>}
 */
async function shared(run) {
  const dir = process.env['LINKCHAIN_SHARED'] ?? join(root, '..', 'shared');
  if (existsSync(join(dir, 'corpus'))) return run();
  console.error(`${dir} holds no corpus: these tests need the shared folder beside the checkout, or LINKCHAIN_SHARED set to it.`);
  return { ok: false, passed: 0, failed: 0 };
}
