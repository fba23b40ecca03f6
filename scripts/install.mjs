import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Installs the locked dependencies of a folder when they are missing or older than its package-lock.json.
 * Uses Node built-ins only: this runs before anything is installed.
 * @param {string} [dir]
 */
export function ensureInstalled(dir = root) {
  const why = stale(dir);
  if (why === null) return;
  console.log(`Installing dependencies (${why}): npm ci`);
  // Started by npm: the same npm again. Otherwise the one on the PATH.
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const done = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: dir, stdio: ['ignore', 'inherit', 'inherit'] })
    : spawnSync('npm', args, { cwd: dir, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error('npm ci did not succeed; see its messages above.');
    process.exit(done.status ?? 1);
  }
}

/**
 * Why the installed packages do not fit the lock file; null when they do.
 * @param {string} dir
 * @returns {string | null}
 */
function stale(dir) {
  const installed = join(dir, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return 'none are installed';
  const wanted = packages(join(dir, 'package-lock.json'));
  const have = packages(installed);
  for (const [path, { version, optional }] of Object.entries(wanted)) {
    const found = Object.hasOwn(have, path) ? have[path] : undefined;
    // Optional packages are per platform: absent is fine, another version is not.
    if (path !== '' && found?.version !== version && (found || !optional))
      return `${path.replace(/^node_modules\//, '')} ${version} is missing`;
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
