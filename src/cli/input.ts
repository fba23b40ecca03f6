import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, normalize, relative, sep } from 'node:path';
import { LIMITS, type Problem, type SourceFile, unpack } from '../engine/ingest/index.ts';
import { withParts } from '../engine/scrape/index.ts';
import type { Io } from './io.ts';

/** Folders that hold no manifests of the user's, and often very many files. */
const SKIPPED = new Set(['.git', 'node_modules']);

export interface Input {
  files: SourceFile[];
  problems: Problem[];
  /** What could not be read; `named` where the user named it, and did not merely have it in a folder. */
  unreadable: { path: string; detail: string; named: boolean }[];
  /** Where files that can be written back lie on the disk, by the path they are known by; archives and standard input have none. */
  places: Map<string, string>;
}

/**
 * Files, folders, archives and `-`, as source files. Inside a single folder paths are relative to it, as in a drop;
 * with several arguments each keeps the path it was named by, so that names cannot clash.
 */
export async function readPaths(paths: readonly string[], io: Pick<Io, 'stdin'>): Promise<Input> {
  const input: Input = { files: [], problems: [], unreadable: [], places: new Map() };
  const add = async (name: string, bytes: Uint8Array) => {
    const unpacked = await withParts(() => unpack(name, bytes, LIMITS));
    for (const file of unpacked.files) input.files.push(name === STDIN ? { ...file, origin: { kind: 'stdin' } } : file);
    input.problems.push(...unpacked.problems);
  };
  for (const path of new Set(paths)) {
    try {
      if (path === '-') await add(STDIN, await io.stdin());
      else
        for (const file of filesOf(path)) {
          const name = paths.length === 1 && file !== path ? relative(path, file) : normalize(file);
          const bytes = bytesOf(file, file === path, input);
          if (!bytes) continue;
          const known = name.split(sep).join('/');
          const before = input.files.length;
          await add(known, bytes);
          if (input.files.slice(before).some((f) => f.path === known)) input.places.set(known, file);
        }
    } catch (error) {
      input.unreadable.push({ path, detail: detailOf(error), named: true });
    }
  }
  return input;
}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** One file that cannot be read is said; those beside it are still read. */
function bytesOf(file: string, named: boolean, input: Input): Uint8Array | null {
  try {
    return readFileSync(file);
  } catch (error) {
    input.unreadable.push({ path: file, detail: detailOf(error), named });
    return null;
  }
}

const STDIN = '<stdin>';

/** The file itself, or all files below a folder in order of name; a folder reached twice by links is read once. */
function filesOf(path: string, seen = new Set<string>()): string[] {
  const stat = statSync(path);
  // Pipes and devices would be waited for.
  if (!stat.isDirectory()) return stat.isFile() || seen.size === 0 ? [path] : [];
  const real = realpathSync(path);
  if (seen.has(real)) return [];
  seen.add(real);
  return readdirSync(path)
    .filter((name) => !SKIPPED.has(name))
    .sort()
    .flatMap((name) => {
      const below = join(path, name);
      return canBeRead(below) ? filesOf(below, seen) : [];
    });
}

/** A dangling link, or one that leads to itself, is nobody's argument. */
function canBeRead(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch {
    return false;
  }
}
