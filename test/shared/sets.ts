import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { SourceFile } from '../../src/engine/ingest/index.ts';

export const SHARED = resolve(process.env.LINKCHAIN_SHARED ?? '../shared');
const MANIFEST = /\.(ya?ml|json)$/;

/** All manifests below a directory: its own files first, then each subdirectory, by name. */
export function filesBelow(root: string): SourceFile[] {
  const walk = (dir: string): string[] => {
    const paths = readdirSync(dir)
      .sort()
      .map((name) => join(dir, name));
    const isDirectory = (path: string) => statSync(path).isDirectory();
    return [...paths.filter((path) => !isDirectory(path)), ...paths.filter(isDirectory).flatMap(walk)];
  };
  return walk(root)
    .filter((path) => MANIFEST.test(path))
    .map((path) => ({ path: relative(root, path), text: readFileSync(path, 'utf8') }));
}

export interface GoldenTarget {
  service?: string | null;
  workload?: string | null;
  number?: number | null;
  container?: string | null;
  portName?: string | null;
  listener?: string | null;
  serves?: string | null;
  upstream?: [string, number, string][] | null;
  providedBy?: string | null;
}
export interface Golden {
  bindConflicts: unknown[];
  chains: { id: string; targets: GoldenTarget[] }[];
  serviceWorkload: [string, string][];
}
export interface GoldenSet {
  name: string;
  files: SourceFile[];
  defaultNamespace: string;
  golden: Golden;
}

/** `NAME@NS.json` is the set NAME read with the default namespace NS. */
export function* goldenSets(): Iterable<GoldenSet> {
  const dir = join(SHARED, 'corpus/golden');
  for (const file of readdirSync(dir).sort()) {
    const [set = '', defaultNamespace = 'default'] = file.replace(/\.json$/, '').split('@');
    const root = join(SHARED, 'corpus/sets', set);
    if (!existsSync(root)) continue;
    const golden = JSON.parse(readFileSync(join(dir, file), 'utf8')) as Golden;
    yield { name: file.replace(/\.json$/, ''), files: filesBelow(root), defaultNamespace, golden };
  }
}
