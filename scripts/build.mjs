// `npm run build`: the app to dist/app, the command line to dist/cli/linkchain.js.
import { spawnSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
for (const args of [['build'], ['build', '--ssr', 'src/cli/linkchain.ts']]) {
  const done = spawnSync(process.execPath, [vite, ...args, '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
chmodSync(join(root, 'dist', 'cli', 'linkchain.js'), 0o755);
console.log('Built dist/app and dist/cli/linkchain.js');
