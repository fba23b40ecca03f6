import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The import table: what each part of src may import, beside itself. Files of src/engine itself (engine.ts, api.ts, analyze.ts)
 * stand on all folders; `analyze` stands below queries, scene, patch, export and share, which work on what it returns.
 */
const PIPELINE = ['lazy', 'yaml', 'ingest', 'objects', 'cluster', 'scrape', 'listen', 'reach', 'chain', 'checks'] as const;
const ENDS = ['queries', 'lint', 'forecast', 'explain', 'diagnose', 'scene', 'patch', 'export', 'share', 'search', 'text', 'draw'] as const;

const MAY_IMPORT: Record<string, readonly string[]> = {
  ...Object.fromEntries(PIPELINE.map((folder, i) => [folder, PIPELINE.slice(0, i)])),
  analyze: PIPELINE,
  // Asked on demand, of what `analyze` returns: nothing of the pipeline knows it.
  queries: [...PIPELINE, 'analyze'],
  lint: [...PIPELINE, 'analyze', 'queries', 'export'],
  forecast: [...PIPELINE, 'analyze'],
  explain: [...PIPELINE, 'analyze', 'forecast'],
  diagnose: [...PIPELINE, 'analyze', 'lint', 'forecast'],
  scene: [...PIPELINE, 'analyze'],
  export: [...PIPELINE, 'analyze', 'patch types'],
  share: [...PIPELINE, 'analyze', 'patch types'],
  search: [...PIPELINE, 'analyze'],
  draw: [...PIPELINE, 'scene'],
  text: [...PIPELINE, 'analyze', 'export', 'lint', 'patch'],
  patch: [...PIPELINE, 'analyze', 'export', 'forecast'],
  engine: [...PIPELINE, ...ENDS, 'analyze'],
  // Help is typed by the codes: one without help does not compile.
  words: ['chain types', 'checks types', 'queries types', 'scene types'],
  app: ['engine', 'words', ...PIPELINE, ...ENDS, 'analyze'],
  cli: ['engine', 'words', ...PIPELINE, ...ENDS, 'analyze'],
};

const ENGINE_PACKAGES = new Set([
  'fflate',
  'nanotar',
  'pako',
  're2js',
  '@noble/hashes',
  '@noble/hashes/legacy.js',
  '@noble/hashes/sha2.js',
  'diff',
  '@prometheus-io/lezer-promql',
]);
const UI_PACKAGES = /^(react|react-dom|@mantine|@xyflow|@codemirror|@tanstack|zustand|zundo|react-dropzone|idb-keyval)(\/|$)/;

const root = resolve(import.meta.dirname, '../..');
const src = join(root, 'src');

interface Import {
  file: string;
  specifier: string;
  typeOnly: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(sep).join('/'))
  .filter((file) => /\.tsx?$/.test(file))
  .sort();

function importsOf(file: string): Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const found: Import[] = [];
  const statement = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
  for (const [, typeOnly, specifier] of text.matchAll(statement))
    found.push({ file, specifier: specifier ?? '', typeOnly: typeOnly !== undefined });
  for (const [, specifier] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g))
    found.push({ file, specifier: specifier ?? '', typeOnly: false });
  return found;
}

/** Part of the table a file of src belongs to: `yaml` for engine/yaml/…, `engine` for engine/api.ts, `app`, … */
function partOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  if (top !== 'engine') return top;
  if (second === 'analyze.ts') return 'analyze';
  return second.endsWith('.ts') ? 'engine' : second;
}

const imports = files.flatMap(importsOf);
const local = imports
  .filter(({ specifier }) => specifier.startsWith('.'))
  .map((entry) => ({ ...entry, target: posix.join(posix.dirname(entry.file), entry.specifier).replace(/\?.*$/, '') }));
const packages = imports.filter(({ specifier }) => !specifier.startsWith('.'));
const inEngine = (file: string) => file.startsWith('engine/');

/** `advice` says what to do; the offending imports follow, one a line. */
const expectNone = (offences: { file: string; specifier: string }[], advice: string) =>
  expect(offences.map(({ file, specifier }) => `src/${file} imports '${specifier}'`).join('\n'), advice).toBe('');

describe('layers', () => {
  it('reads the sources', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(files.length);
  });

  it('has a row in the table for every part of src', () => {
    const unknown = [...new Set(files.map(partOf))].filter((part) => !Object.hasOwn(MAY_IMPORT, part));
    expect(unknown, 'Give the new folder a row in MAY_IMPORT, or move its files into a folder that has one.').toEqual([]);
  });

  it.each(Object.keys(MAY_IMPORT))('%s imports only what stands below it', (part) => {
    const allowed = MAY_IMPORT[part] ?? [];
    const offences = local.filter(({ file, target, typeOnly }) => {
      const to = partOf(target);
      if (partOf(file) !== part || to === part || allowed.includes(to)) return false;
      return !(typeOnly && allowed.includes(`${to} types`));
    });
    const below = allowed.length > 0 ? allowed.join(', ') : 'nothing';
    expectNone(
      offences,
      `${part} may import ${below}. Move the shared piece down to the earliest folder that needs it, or pass the value in as an argument.`,
    );
  });

  it('enters other engine folders through their index.ts', () => {
    const offences = local.filter(({ file, target }) => {
      const folder = /^engine\/(\w+)\//.exec(target)?.[1];
      return folder !== undefined && folder !== partOf(file) && target !== `engine/${folder}/index.ts`;
    });
    expectNone(offences, 'Import from the folder’s index.ts, and export there what others need.');
  });

  it('keeps the yaml package inside engine/yaml', () => {
    const offences = packages.filter(({ file, specifier }) => /^yaml(\/|$)/.test(specifier) && !file.startsWith('engine/yaml/'));
    expectNone(offences, 'Only src/engine/yaml may know the package; call readValue, createLocator or the edit API instead.');
  });

  it('keeps React, the DOM and Node out of the engine and the words', () => {
    const pure = (file: string) => inEngine(file) || file.startsWith('words/');
    const offences = packages.filter(({ file, specifier }) => pure(file) && (specifier.startsWith('node:') || UI_PACKAGES.test(specifier)));
    expectNone(offences, 'The engine runs in a worker, in Node and in a test: put this into src/app or src/cli and hand plain data over.');
    const stray = packages.filter(
      ({ file, specifier }) => inEngine(file) && !file.startsWith('engine/yaml/') && !ENGINE_PACKAGES.has(specifier),
    );
    expectNone(stray, 'A package new to the engine: check that it is pure JavaScript, then add it to ENGINE_PACKAGES.');
  });

  it('uses no global of a browser page or of Node in the engine', () => {
    const globals =
      /\b(?:document\.(?:body|createElement|querySelector|getElementById)|window\.|globalThis\.|localStorage|sessionStorage|indexedDB|navigator\.|process\.(?:env|argv|cwd|exit|stdout|stderr|platform|nextTick)|Buffer\.|require\(|fetch\()/;
    const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'/g, '');
    const offences = files.filter(inEngine).flatMap((file) => {
      const found = globals.exec(code(readFileSync(join(src, file), 'utf8')));
      return found ? [`src/${file} uses ${found[0]}`] : [];
    });
    expect(offences.join('\n'), 'Pass the value in as an argument; the engine has no surroundings.').toBe('');
  });

  it('has no import cycle between files', () => {
    const graph = new Map<string, string[]>();
    for (const { file, target, typeOnly } of local) if (!typeOnly) graph.set(file, [...(graph.get(file) ?? []), target]);
    expect(cycle(graph), 'These files import each other in a ring: move what both need into a third.').toBe('');
  });
});

/** The first ring found, as `a → b → a`; '' when there is none. */
function cycle(graph: ReadonlyMap<string, readonly string[]>): string {
  const done = new Set<string>();
  const visit = (file: string, trail: string[]): string => {
    const at = trail.indexOf(file);
    if (at >= 0) return [...trail.slice(at), file].join(' → ');
    if (done.has(file)) return '';
    for (const next of graph.get(file) ?? []) {
      const found = visit(next, [...trail, file]);
      if (found) return found;
    }
    done.add(file);
    return '';
  };
  for (const file of graph.keys()) {
    const found = visit(file, []);
    if (found) return found;
  }
  return '';
}
