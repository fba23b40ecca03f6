// `npm run build`: the app to dist/app, the app as one file to dist/linkchain.html, the command line to dist/cli/linkchain.js.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
/** @param {string[]} args @param {Record<string, string>} [env] */
function build(args, env = {}) {
  const options = { cwd: root, stdio: /** @type {const} */ ('inherit'), env: { ...process.env, ...env } };
  const done = spawnSync(process.execPath, [vite, 'build', ...args, '--logLevel', 'warn'], options);
  if (done.status !== 0) process.exit(done.status ?? 1);
}

/**
 * The single file with a policy that lets its own scripts run and nothing else, by their hashes. What is its own is marked, so
 * that the page can give itself away again as it was.
 * @param {string} html
 */
function sealed(html) {
  const marked = html
    .replace(/<script type="module" crossorigin>/g, '<script type="module" data-own>')
    .replace(/<style rel="stylesheet" crossorigin>/g, '<style data-own>');
  const icon = readFileSync(join(root, 'public', 'favicon.svg'), 'base64');
  const whole = marked.replace(
    /<link rel="icon"[^>]*>/,
    `<link data-own rel="icon" type="image/svg+xml" href="data:image/svg+xml;base64,${icon}" />`,
  );
  const scripts = [...marked.matchAll(/<script type="module" data-own>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
  if (scripts.length === 0) throw new Error('The single file has no script.');
  const hashes = scripts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  const policy = [
    "default-src 'none'",
    `script-src ${hashes.join(' ')}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'worker-src blob: data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return whole.replace('<head>', () => `<head><meta http-equiv="Content-Security-Policy" content="${policy}" />`);
}

build([], { LINKCHAIN_SINGLE: '1' });
const made = join(root, 'dist', 'single');
writeFileSync(join(root, 'dist', 'linkchain.html'), sealed(readFileSync(join(made, 'index.html'), 'utf8')));
rmSync(made, { recursive: true });
build([]);
build(['--ssr', 'src/cli/linkchain.ts']);
chmodSync(join(root, 'dist', 'cli', 'linkchain.js'), 0o755);
console.log('Built dist/app, dist/linkchain.html and dist/cli/linkchain.js');
