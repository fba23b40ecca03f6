import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const app = 'dist/app';
const assets = join(app, 'assets');
const html = existsSync(join(app, 'index.html')) ? readFileSync(join(app, 'index.html'), 'utf8') : '';

/** Scripts, preloaded modules and style sheets that index.html loads before anybody clicks. */
const eager = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => join(app, file));

/** A chunk with everything it imports statically. */
function withImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g);
  for (const [, name] of imports) withImports(join(assets, name), seen);
  return seen;
}
const workers = existsSync(assets) ? readdirSync(assets).filter((name) => /worker.*\.js$/i.test(name)) : [];

export default [
  { name: 'entry: JS and CSS of index.html', path: eager, limit: '300 kB', gzip: true },
  { name: 'worker', path: workers.flatMap((name) => [...withImports(join(assets, name))]), limit: '150 kB', gzip: true },
];
