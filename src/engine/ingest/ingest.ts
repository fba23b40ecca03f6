import { createReadCache, type Part, type ReadCache } from './cache.ts';
import { type DocumentOptions, readDocument, type Sink } from './document.ts';
import { dedupe } from './duplicates.ts';
import { isDescribe, isForeign } from './expand.ts';
import { mapOf } from './identity.ts';
import { notManifest } from './kind.ts';
import { type Kustomization, unbuiltOf } from './kustomization.ts';
import { LIMITS } from './limits.ts';
import { createPlaces, type Place } from './places.ts';
import type { FileInfo, Ingested, Limits, Problem, ProblemCode, SourceFile } from './types.ts';

export interface IngestOptions extends Omit<DocumentOptions, 'cache'> {
  cache?: ReadCache;
  limits?: Limits;
}

/** Files to documents to objects. Never throws: what cannot be used is a problem with its place, the rest is read. */
export function ingest(files: readonly SourceFile[], options: IngestOptions): Ingested {
  const { limits = LIMITS, cache = createReadCache() } = options;
  const sink: Sink = { docs: new Map(), objects: [], objectCount: 0, problems: [], places: createPlaces() };
  const report = (code: ProblemCode, file: string, { line, column }: Place, params: Record<string, number> = {}): void => {
    sink.problems.push({ code, params, severity: 'error', file, line, column });
  };

  const kustomizations: Kustomization[] = [];
  const infos = files.slice(0, limits.files).map(readFile);
  const extra = files[limits.files];
  if (extra) report('too-many-files', extra.path, TOP, { limit: limits.files });
  const { objects, problems } = dedupe(sink);
  const unbuilt = unbuiltOf(kustomizations, objects);
  const notBuilt = unbuilt.map(({ file, line, column, dir, command, fields }): Problem => {
    const params = { dir, command, fields: fields.join(', ') };
    return { code: 'unbuilt-kustomization', params, severity: 'warning', file, line, column };
  });
  const all = [...sink.problems, ...problems, ...notBuilt];
  return { files: infos, docs: sink.docs, objects, objectCount: sink.objectCount, problems: all, unbuilt };

  function readFile({ path, text, binary }: SourceFile): FileInfo {
    const info: FileInfo = { path, status: 'empty', documents: 0, objects: 0 };
    if (binary) return { ...info, status: 'ignored', reason: 'binary' };
    if (text.length > limits.fileBytes) {
      report('file-too-large', path, TOP, { size: megabytes(text.length), limit: megabytes(limits.fileBytes) });
      return { ...info, status: 'failed' };
    }
    const not = notManifest(path, text);
    if (not === 'markdown') {
      report('looks-like-markdown', path, TOP);
      return { ...info, status: 'failed', documents: 1 };
    }
    if (not === 'kustomization') keep(path, cache.parts(text));
    if (not) return { ...info, status: 'ignored', reason: not };
    const parts = cache.parts(text);
    if (parts.length === 0) return info;
    if (parts.every(isForeignPart)) return { ...info, status: 'ignored', reason: 'no-manifest' };
    return readParts(path, parts);
  }

  function readParts(path: string, parts: readonly Part[]): FileInfo {
    const before = sink.objectCount;
    const room = limits.documents - sink.docs.size;
    const beyond = parts[room];
    keep(path, parts.filter(isKustomization));
    const outcomes = parts.slice(0, room).map((part, index) => readDocument(path, index, part, sink, { ...options, cache }));
    if (beyond) report('too-many-documents', path, { line: beyond.line, column: 1 }, { limit: limits.documents });
    const info = { path, documents: parts.length, objects: sink.objectCount - before };
    if (parts.every(isKustomization)) return { ...info, status: 'ignored', reason: 'kustomization' };
    if (!beyond && outcomes.every((o) => o === 'used')) return { ...info, status: 'used' };
    const status = info.objects > 0 ? 'partly' : 'failed';
    return outcomes.includes('helm-template') ? { ...info, status, reason: 'helm-template' } : { ...info, status };
  }

  function keep(file: string, parts: readonly Part[]): void {
    for (const part of parts) kustomizations.push({ file, part, body: mapOf(cache.reading(part.text).value) });
  }

  /** Values files, package.json and the like: readable, and nothing in them says it is a Kubernetes object. */
  function isForeignPart({ head, text }: Part): boolean {
    if (head.kind !== null || head.apiVersion !== null) return false;
    const { value } = cache.reading(text);
    return value !== undefined && isForeign(value) && !isDescribe(value);
  }
}

const TOP: Place = { line: 1, column: 1 };
const megabytes = (bytes: number): number => Math.ceil(bytes / 2 ** 20);

/** `Kustomization` and `Component`. */
const isKustomization = ({ head }: Part): boolean => head.apiVersion?.startsWith('kustomize.config.k8s.io/') === true;
