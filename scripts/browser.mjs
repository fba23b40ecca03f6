import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './install.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'chromium.exe', 'chrome.exe'];

/** What a headless Chromium needs to run quietly, as root in a container too. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The Chromium that the tests drive: `$CHROMIUM`, else an installed one, else one that Playwright downloaded earlier.
 * @returns {Promise<string | null>}
 */
async function findBrowser() {
  const named = process.env['CHROMIUM'];
  if (named) return named;
  return installed().find(runs) ?? (await downloaded());
}

/**
 * Finds a browser, or gets one: the distribution's package as root on Debian or Ubuntu, else Playwright's download.
 * Never asks for more rights than the caller has.
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (runs(named)) return named;
    throw new Error(`$CHROMIUM is ${named}, which does not run. Point it at a Chrome or Chromium executable, or unset it.`);
  }
  const found = await findBrowser();
  if (found) return found;
  if (isRootOnDebian()) {
    console.log('No Chrome or Chromium found.');
    installPackage('chromium');
    const packaged = installed().find(runs);
    if (packaged) return packaged;
  }
  console.log("No Chrome or Chromium found: downloading Playwright's (npx playwright-core install chromium).");
  run(process.execPath, [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium']);
  const fetched = await downloaded();
  if (fetched) return fetched;
  throw new Error('The end-to-end tests need a Chrome or Chromium. Install one, or set CHROMIUM to the path of its executable.');
}

/** @param {string} name */
function installPackage(name) {
  console.log(`Running as root on Debian or Ubuntu: installing the package "${name}" with apt-get.`);
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { DEBIAN_FRONTEND: 'noninteractive' });
}

/**
 * A program that a test asks, from the distribution's package where it is missing and the caller may install it.
 * @param {string} program
 * @param {string} name
 */
export function ensurePackage(program, name) {
  const there = () => spawnSync(program, ['--version']).status === 0;
  if (there()) return;
  if (isRootOnDebian()) installPackage(name);
  if (!there()) throw new Error(`This test needs ${program}. Install it (Debian: ${name}).`);
}

/** @returns {string[]} */
function installed() {
  const dirs = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => dirs.map((dir) => join(dir, name)));
  const apps = ['Google Chrome', 'Chromium'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
  const programs = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name];
    return base ? [join(base, 'Google', 'Chrome', 'Application', 'chrome.exe')] : [];
  });
  return [...onPath, ...apps, ...programs].filter((file) => existsSync(file));
}

/** @returns {Promise<string | null>} */
async function downloaded() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) && runs(path) ? path : null;
}

/**
 * Whether it is a browser: Ubuntu ships a `chromium-browser` that only says where to get one, and a download may lack libraries.
 * @param {string} file
 */
function runs(file) {
  // chrome.exe opens a window on --version.
  if (process.platform === 'win32') return existsSync(file);
  return spawnSync(file, ['--version', '--no-sandbox'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*\b(debian|ubuntu)\b/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function run(command, args, env = {}) {
  spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } });
}
