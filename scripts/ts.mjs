// `node scripts/ts.mjs ENTRY.ts [ARGS...]`: bundles a TypeScript program of this repository for Node and runs it.
import { spawnSync } from 'node:child_process';
import { basename, dirname, join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

const [entry, ...args] = process.argv.slice(2);
if (!entry) throw new Error('usage: node scripts/ts.mjs ENTRY.ts [ARGS...]');

ensureInstalled();
const { build } = await import('vite');
const name = basename(dirname(entry));
const outDir = join(root, 'dist', name);
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, external: ['playwright-core'] },
  build: { ssr: entry, outDir, emptyOutDir: true, target: 'node20', minify: false },
});
const program = join(outDir, `${basename(entry).replace(/\.ts$/, '')}.js`);
const done = spawnSync(process.execPath, ['--expose-gc', program, ...args], { cwd: root, stdio: 'inherit' });
process.exit(done.status ?? 1);
