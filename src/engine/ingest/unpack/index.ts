import type { Limits, Problem, ProblemCode, SourceFile } from '../types.ts';
import { type Entry, TooLarge } from './entry.ts';
import { gunzip } from './gunzip.ts';
import { cleanPath, isJunk, pathUnique } from './paths.ts';
import { sniff } from './sniff.ts';
import { untar } from './tar.ts';
import { decodeText } from './text.ts';
import { unzip } from './unzip.ts';

export interface Unpacked {
  files: SourceFile[];
  problems: Problem[];
}

/** A `.tar.gz` in a `.zip` is three steps; what is wrapped deeper is left alone. */
const DEEPEST = 3;

/**
 * A file as the user gave it: archives opened, text decoded, what it really is told by its bytes. Never throws;
 * inflating stops at the limits.
 */
export function unpack(name: string, bytes: Uint8Array, limits: Limits, onProgress?: (files: number) => void): Unpacked {
  const out: Unpacked = { files: [], problems: [] };
  const taken = new Map<string, string>();
  let left = limits.totalBytes;

  const problem = (code: ProblemCode, file: string, params: Problem['params'] = {}, severity: Problem['severity'] = 'error'): void => {
    out.problems.push({ code, params, severity, file, line: 1, column: 1 });
  };

  const take = (path: string, data: Uint8Array, depth: number): void => {
    const format = sniff(data);
    if (format === 'text' || format === 'binary') addFile(path, data, depth, format === 'binary');
    else if (format !== 'zip' && format !== 'gzip' && format !== 'tar') problem('archive-unreadable', path, { detail: format });
    else if (depth >= DEEPEST) problem('archive-nested', path, { depth: DEEPEST });
    else open(path, data, depth, format);
  };

  const open = (path: string, data: Uint8Array, depth: number, format: 'zip' | 'gzip' | 'tar'): void => {
    try {
      if (format === 'gzip') {
        const inner = gunzip(data, (start) => (sniff(start) === 'tar' ? left : Math.min(left, limits.fileBytes)));
        take(innerName(path), inner, depth + 1);
      } else takeAll(path, format === 'tar' ? untar(data) : readZip(path, data), depth + 1);
    } catch (e) {
      if (e instanceof TooLarge) problem('archive-too-large', path, { limit: megabytes(e.limit) });
      else problem('archive-unreadable', path, { detail: e instanceof Error ? e.message : String(e) });
    }
  };

  const readZip = (archive: string, data: Uint8Array): Entry[] => {
    const tooLarge = (path: string, size: number): boolean => {
      if (size <= limits.fileBytes) return false;
      problem('file-too-large', path, { size: megabytes(size), limit: megabytes(limits.fileBytes) });
      return true;
    };
    const { entries, unsupported } = unzip(data, { most: left, wanted: (path, size) => !isJunk(path) && !tooLarge(path, size) });
    for (const path of unsupported) problem('archive-unreadable', `${archive}/${path}`, { detail: 'compression' });
    return entries;
  };

  const takeAll = (archive: string, entries: readonly Entry[], depth: number): void => {
    const folder = archive.slice(0, archive.lastIndexOf('/') + 1);
    for (const entry of entries) {
      if (isJunk(entry.path)) continue;
      const { path, escaped } = cleanPath(entry.path);
      if (path === '') continue;
      if (escaped) problem('archive-path', archive, { path: entry.path, to: folder + path }, 'warning');
      if (out.files.length >= limits.files) {
        problem('too-many-files', archive, { limit: limits.files });
        return;
      }
      left -= entry.bytes.length;
      if (left < 0) throw new TooLarge(limits.totalBytes);
      take(folder + path, entry.bytes, depth);
    }
  };

  const addFile = (path: string, data: Uint8Array, depth: number, binary: boolean): void => {
    if (isJunk(path)) return;
    if (data.length > limits.fileBytes) {
      problem('file-too-large', path, { size: megabytes(data.length), limit: megabytes(limits.fileBytes) });
      return;
    }
    const origin: SourceFile['origin'] = depth === 0 ? { kind: 'drop' } : { kind: 'archive', archive: name };
    const { text, invalidAt } = binary ? { text: '', invalidAt: null } : decodeText(data);
    if (taken.get(path) === text) return;
    const unique = pathUnique(taken, path);
    taken.set(unique, text);
    out.files.push(binary ? { path: unique, text, origin, binary } : { path: unique, text, origin });
    if (invalidAt !== null) {
      const before = text.slice(0, invalidAt);
      const line = before.split('\n').length;
      out.problems.push({
        code: 'not-text',
        params: {},
        severity: 'warning',
        file: unique,
        line,
        column: invalidAt - before.lastIndexOf('\n'),
      });
    }
    onProgress?.(out.files.length);
  };

  take(name, bytes, 0);
  return out;
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);

/** What a gzip holds, by its name: `a.tgz` a tar, `a.yaml.gz` a YAML file. */
function innerName(path: string): string {
  return path.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '');
}
