import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, normalize, relative, sep } from 'node:path';
import { LIMITS, type Problem, type SourceFile, unpack } from '../engine/ingest/index.ts';
import type { Io } from './io.ts';

/** Folders that hold no manifests of the user's, and often very many files. */
const SKIPPED = new Set(['.git', 'node_modules']);

export interface Input {
  files: SourceFile[];
  problems: Problem[];
  /** Paths the user named that could not be read. */
  unreadable: { path: string; detail: string }[];
}

/**
 * Files, folders, archives and `-`, as source files. Inside a single folder paths are relative to it, as in a drop;
 * with several arguments each keeps the path it was named by, so that names cannot clash.
 */
export async function readPaths(paths: readonly string[], io: Pick<Io, 'stdin'>): Promise<Input> {
  const input: Input = { files: [], problems: [], unreadable: [] };
  const add = async (name: string, bytes: Uint8Array) => {
    const unpacked = await unpack(name, bytes, LIMITS);
    for (const file of unpacked.files) input.files.push(name === STDIN ? { ...file, origin: { kind: 'stdin' } } : file);
    input.problems.push(...unpacked.problems);
  };
  for (const path of new Set(paths)) {
    try {
      if (path === '-') await add(STDIN, await io.stdin());
      else
        for (const file of filesOf(path)) {
          const name = paths.length === 1 && file !== path ? relative(path, file) : normalize(file);
          await add(name.split(sep).join('/'), readFileSync(file));
        }
    } catch (error) {
      input.unreadable.push({ path, detail: error instanceof Error ? error.message : String(error) });
    }
  }
  return input;
}

const STDIN = '<stdin>';

/** The file itself, or all files below a folder in order of name; a folder reached twice by links is read once. */
function filesOf(path: string, seen = new Set<string>()): string[] {
  if (!statSync(path).isDirectory()) return [path];
  const real = realpathSync(path);
  if (seen.has(real)) return [];
  seen.add(real);
  return readdirSync(path)
    .filter((name) => !SKIPPED.has(name))
    .sort()
    .flatMap((name) => {
      const below = join(path, name);
      // A dangling link inside a folder is nobody's argument.
      return statSync(below, { throwIfNoEntry: false }) ? filesOf(below, seen) : [];
    });
}
