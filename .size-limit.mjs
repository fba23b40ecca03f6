import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const app = 'dist/app';
const assets = join(app, 'assets');
const html = existsSync(join(app, 'index.html')) ? readFileSync(join(app, 'index.html'), 'utf8') : '';

/** Scripts, preloaded modules and style sheets that index.html loads before anybody clicks. */
const eager = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => join(app, file));

/** A chunk with everything it imports; `onDemand`: what it imports later too. */
function withImports(file, onDemand = false, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  const pattern = onDemand ? /(?:\bfrom|\bimport)\s*\(?["'`]\.\/([^"'`]+\.js)["'`]/g : /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g;
  for (const [, name] of readFileSync(file, 'utf8').matchAll(pattern)) withImports(join(assets, name), onDemand, seen);
  return seen;
}
const workers = existsSync(assets) ? readdirSync(assets).filter((name) => /worker.*\.js$/i.test(name)) : [];

export default [
  { name: 'entry: JS and CSS of index.html', path: eager, limit: '300 kB', gzip: true },
  // What the worker loads when somebody asks: validation, regular expressions, PromQL, patches, forecasts, links, pictures, words of a report.
  {
    name: 'worker with everything on demand',
    path: workers.flatMap((name) => [...withImports(join(assets, name), true)]),
    limit: '440 kB',
    gzip: true,
  },
  { name: 'worker', path: workers.flatMap((name) => [...withImports(join(assets, name))]), limit: '150 kB', gzip: true },
];
