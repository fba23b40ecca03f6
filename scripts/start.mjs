// `npm start [-- --port N] [--host H]`: installs what is missing, builds, serves the built app and prints its URL.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, root } from './install.mjs';
import { serve } from './serve.mjs';

const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });

ensureInstalled();

console.log('Building the app ...');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

const port = Number(values.port ?? process.env['PORT'] ?? 4173);
const server = await serve(join(root, 'dist', 'app'), { port, ...(values.host ? { host: values.host } : {}) });
console.log(`\nlinkchain is ready: ${server.url}\nPress Ctrl-C to stop.`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, async () => {
    console.log('\nStopped.');
    await server.close();
    process.exit(0);
  });
}
