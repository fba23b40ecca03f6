import { createLocator, type Json, type JsonMap, type Path } from '../yaml/index.ts';
import { yaml11Bools } from './bools.ts';
import { createReadCache, type Part, type ReadCache } from './cache.ts';
import { dedupe } from './duplicates.ts';
import { expand, type Fault, type Item, isDescribe, isForeign } from './expand.ts';
import { notManifest } from './kind.ts';
import { LIMITS } from './limits.ts';
import { isClusterScoped } from './scope.ts';
import type { Doc, FileInfo, Ingested, Limits, Problem, RawObject, SourceFile } from './types.ts';

export interface IngestOptions {
  defaultNamespace: string;
  /** Whether the body of a kind is needed to build chains; others stay unread until asked for. */
  eager(group: string, kind: string): boolean;
  cache?: ReadCache;
  limits?: Limits;
}

/** Files to documents to objects. Never throws: what cannot be used is a problem with its place, the rest is read. */
export function ingest(files: readonly SourceFile[], options: IngestOptions): Ingested {
  const reader = new Reader(options);
  const infos = files.map((file) => reader.file(file));
  const { objects, problems } = dedupe(reader.objects, reader.docs);
  return { files: infos, docs: reader.docs, objects, objectCount: reader.count, problems: [...reader.problems, ...problems] };
}

class Reader {
  readonly docs = new Map<string, Doc>();
  readonly objects: RawObject[] = [];
  readonly problems: Problem[] = [];
  count = 0;
  private readonly options: IngestOptions;
  private readonly cache: ReadCache;
  private readonly limits: Limits;

  constructor(options: IngestOptions) {
    this.options = options;
    this.cache = options.cache ?? createReadCache();
    this.limits = options.limits ?? LIMITS;
  }

  file({ path, text, binary }: SourceFile): FileInfo {
    const info: FileInfo = { path, status: 'empty', documents: 0, objects: 0 };
    if (binary) return { ...info, status: 'ignored', reason: 'binary' };
    if (text.length > this.limits.fileBytes) {
      this.problem('file-too-large', path, 1, 1, {
        size: Math.ceil(text.length / 2 ** 20),
        limit: Math.ceil(this.limits.fileBytes / 2 ** 20),
      });
      return { ...info, status: 'failed' };
    }
    const not = notManifest(path, text);
    if (not === 'markdown') {
      this.problem('looks-like-markdown', path, 1, 1);
      return { ...info, status: 'failed', documents: 1 };
    }
    if (not !== null && not !== undefined) return { ...info, status: 'ignored', reason: not };
    const parts = this.cache.parts(text);
    if (parts.length === 0) return info;
    if (parts.every((part) => this.isForeignPart(part))) return { ...info, status: 'ignored', reason: 'no-manifest' };
    const before = { objects: this.count, failed: 0 };
    for (const [index, part] of parts.entries()) {
      if (this.docs.size >= this.limits.documents) {
        this.problem('too-many-documents', path, part.line, 1, { limit: this.limits.documents });
        break;
      }
      if (!this.document(path, index, part)) before.failed++;
    }
    const objects = this.count - before.objects;
    const status = before.failed === 0 ? 'used' : objects > 0 ? 'partly' : 'failed';
    const onlyKustomization =
      objects > 0 && parts.every((p) => p.head.kind === 'Kustomization' && p.head.apiVersion?.startsWith('kustomize.'));
    if (onlyKustomization) return { path, status: 'ignored', reason: 'kustomization', documents: parts.length, objects };
    return { path, status, documents: parts.length, objects };
  }

  /** Values files, package.json and the like: readable, and nothing in them says it is a Kubernetes object. */
  private isForeignPart(part: Part): boolean {
    if (part.head.kind !== null || part.head.apiVersion !== null) return false;
    const { value } = this.cache.reading(part.text);
    return value !== undefined && isForeign(value) && !isDescribe(value);
  }

  /** False when nothing of the document, or not all of it, could be used. */
  private document(file: string, index: number, part: Part): boolean {
    const { head } = part;
    const doc: Doc = {
      id: `${file}#${index}`,
      file,
      index,
      start: part.start,
      end: part.end,
      line: part.line,
      text: part.text,
      head,
      status: 'read',
    };
    this.docs.set(doc.id, doc);
    const itemKind = head.kind?.endsWith('List') && head.kind !== 'List' && head.items !== null ? head.kind.slice(0, -4) : head.kind;
    const named = head.name !== null || itemKind !== head.kind;
    if (head.kind !== null && head.kind !== 'List' && head.apiVersion !== null && named && itemKind !== null) {
      if (!this.options.eager(groupOf(head.apiVersion), itemKind)) {
        doc.status = 'unread';
        if (itemKind === head.kind) this.add(doc, { path: [], apiVersion: head.apiVersion, kind: itemKind, body: {} }, true);
        else this.count += head.items ?? 0;
        return true;
      }
    }
    const reading = this.cache.reading(part.text);
    for (const p of reading.problems) {
      const helm = p.severity === 'error' && /\{\{-?\s*[.$\w(]/.test(part.text);
      const { line, column } = lineColumn(part.text, p.start, part.line);
      this.problem(helm ? 'helm-template' : p.code, file, line, column, { detail: p.detail }, p.severity);
    }
    if (reading.value === undefined) {
      doc.status = 'failed';
      return false;
    }
    return this.value(doc, reading.value);
  }

  private value(doc: Doc, value: Json): boolean {
    const { items, faults } = expand(value);
    for (const fault of faults) this.fault(doc, fault, value);
    for (const item of items) this.add(doc, item, false);
    for (const hit of yaml11Bools(doc.text, value)) {
      const { line, column } = this.at(doc, hit.path);
      this.problem('yaml11-bool', doc.file, line, column, { text: hit.text }, 'warning');
    }
    if (items.length === 0) doc.status = 'failed';
    return faults.length === 0 && !items.some((item) => nameOf(item.body) === null);
  }

  private fault(doc: Doc, fault: Fault, value: Json): void {
    const code = fault.code === 'no-kind' && isDescribe(value) ? 'looks-like-describe' : fault.code;
    const { line, column } = this.at(doc, fault.path);
    this.problem(code, doc.file, line, column, fault.params);
  }

  private add(doc: Doc, item: Item, unread: boolean): void {
    this.count++;
    const group = groupOf(item.apiVersion);
    const metadata = mapOf(item.body['metadata']);
    const text = (key: string): string | null => (typeof metadata[key] === 'string' ? (metadata[key] as string) : null);
    const name = unread ? doc.head.name : nameOf(item.body);
    if (name === null) {
      const { line, column } = this.at(doc, item.path);
      this.problem('no-name', doc.file, line, column, { kind: item.kind });
    }
    const scoped = isClusterScoped(group, item.kind);
    const namespace = scoped ? '' : ((unread ? doc.head.namespace : text('namespace')) ?? this.options.defaultNamespace);
    const id = `${this.kindId(group, item.kind)}/${scoped ? '' : `${namespace}/`}${name ?? ''}`;
    const { cache } = this;
    this.objects.push({
      id,
      apiVersion: item.apiVersion,
      group,
      kind: item.kind,
      namespace,
      name: name ?? '',
      doc: doc.id,
      file: doc.file,
      path: item.path,
      body: unread ? () => mapOf(cache.reading(doc.text).value) : () => item.body,
    });
  }

  /** Ids carry no group, so a kind of a foreign group that shares a name with ours is told apart. */
  private kindId(group: string, kind: string): string {
    return AMBIGUOUS.has(kind) && AMBIGUOUS.get(kind) !== group ? `${kind}.${group}` : kind;
  }

  private at(doc: Doc, path: Path): { line: number; column: number } {
    const span = createLocator(doc.text).nearest(path);
    return lineColumn(doc.text, span.start, doc.line);
  }

  private problem(
    code: Problem['code'],
    file: string,
    line: number,
    column: number,
    params: Problem['params'] = {},
    severity: Problem['severity'] = 'error',
  ): void {
    this.problems.push({ code, params, severity, file, line, column });
  }
}

const AMBIGUOUS = new Map([
  ['ServiceMonitor', 'monitoring.coreos.com'],
  ['PodMonitor', 'monitoring.coreos.com'],
  ['Prometheus', 'monitoring.coreos.com'],
  ['PrometheusAgent', 'monitoring.coreos.com'],
  ['Alertmanager', 'monitoring.coreos.com'],
  ['ThanosRuler', 'monitoring.coreos.com'],
  ['Service', ''],
  ['Endpoints', ''],
  ['NetworkPolicy', 'networking.k8s.io'],
]);

const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '');
const mapOf = (v: Json | undefined): JsonMap => (typeof v === 'object' && v !== null && !Array.isArray(v) ? v : {});

/** `generateName` stands in where the API server will make up the rest. */
function nameOf(body: JsonMap): string | null {
  const metadata = mapOf(body['metadata']);
  for (const key of ['name', 'generateName']) {
    const value = metadata[key];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  }
  return null;
}

function lineColumn(text: string, offset: number, firstLine: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const newline = before.lastIndexOf('\n');
  return { line: firstLine + before.split('\n').length - 1, column: offset - newline };
}
