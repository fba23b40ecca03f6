import { strToU8, zipSync } from 'fflate';
import type { SourceFile } from '../ingest/index.ts';
import { uniquePaths } from './paths.ts';

/** The same files always give the same bytes: local fields, because zip times carry no zone. */
const WHEN = new Date(1980, 0, 1);

/** Files with their relative paths as one archive. */
export function zipFiles(files: readonly Pick<SourceFile, 'path' | 'text'>[]): Uint8Array {
  const paths = uniquePaths(files.map((file) => file.path));
  const entries = files.map((file, i) => [paths[i] as string, strToU8(file.text)] as const);
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: WHEN });
}
