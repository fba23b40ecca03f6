import { type Analysis, analyze } from '../engine/analyze.ts';
import type { Problem } from '../engine/ingest/index.ts';
import { withParts } from '../engine/scrape/index.ts';
import type { Context } from './command.ts';
import { readPaths } from './input.ts';

export interface Loaded {
  analysis: Analysis;
  /** Problems of archives and bytes, met before the engine saw anything. */
  problems: Problem[];
  /** Where the files lie on the disk. */
  places: ReadonlyMap<string, string>;
  /** A path that was named could not be read, or nothing in all of them was a manifest. */
  unusable: boolean;
}

/** Reads and analyses what was named; what could not be read is said on standard error. */
export async function load({ io, words, paths, defaultNamespace, operatorVersion, quiet, all }: Context): Promise<Loaded> {
  const input = await readPaths(paths, io);
  if (!quiet) for (const { path, detail } of input.unreadable) io.err(`${words('cli', 'cannot-read', { path, detail })}\n`);
  const analysis = await withParts(() => analyze(input.files, { defaultNamespace, operatorVersion, readAll: all }));
  const nothing = analysis.ingested.objectCount === 0;
  if (nothing && !quiet) io.err(`${words('cli', 'no-manifest', { paths: paths.join(', ') })}\n`);
  return { analysis, problems: input.problems, places: input.places, unusable: nothing || input.unreadable.some((u) => u.named) };
}
