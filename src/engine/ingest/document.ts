import type { Json, ReadProblem } from '../yaml/index.ts';
import type { Part, ReadCache } from './cache.ts';
import { expand, type Fault, type Item, isDescribe } from './expand.ts';
import { groupOf, identify, isLocal, mapOf, metadataText, nameOf } from './identity.ts';
import type { Place, Places } from './places.ts';
import type { Doc, Problem, RawObject } from './types.ts';
import { yaml11Bools, yaml11Numbers } from './yaml11.ts';

export interface DocumentOptions {
  defaultNamespace: string;
  /** Whether the body of a kind is needed to build chains; others stay unread until asked for. */
  eager(group: string, kind: string): boolean;
  cache: ReadCache;
}

/** Where documents leave what they hold. */
export interface Sink {
  docs: Map<string, Doc>;
  objects: RawObject[];
  objectCount: number;
  problems: Problem[];
  places: Places;
}

/** Whether all of a document could be used; if not, whether because it is a template. */
export type Outcome = 'used' | 'failed' | 'helm-template';

/** One document to objects and problems. */
export function readDocument(file: string, index: number, { head, ...slice }: Part, sink: Sink, options: DocumentOptions): Outcome {
  const doc: Doc = { id: `${file}#${index}`, file, index, ...slice, head, status: 'read' };
  sink.docs.set(doc.id, doc);
  const unread = unreadItem(doc, options);
  if (unread) {
    doc.status = 'unread';
    if (unread.listed === null) addObject(doc, { ...unread, path: [], body: {} }, true);
    else sink.objectCount += unread.listed;
    return 'used';
  }
  const reading = options.cache.reading(doc.text);
  const errors = reading.problems.filter((p) => p.severity === 'error');
  const template = errors.length > 0 ? TEMPLATE.exec(doc.text) : null;
  if (template) report('helm-template', sink.places.ofOffset(doc, template.index));
  else for (const p of reading.problems) report(codeOf(p), sink.places.ofOffset(doc, p.start), { detail: p.detail }, p.severity);
  if (reading.value !== undefined) return readItems(reading.value);
  doc.status = 'failed';
  return template ? 'helm-template' : 'failed';

  function readItems(value: Json): Outcome {
    const { items, faults } = expand(value);
    for (const fault of faults) report(faultCode(fault, value), sink.places.ofPath(doc, fault.path), fault.params);
    const named = items.filter((item) => addObject(doc, item, false));
    for (const { path, part, text } of yaml11Bools(doc.text, value, () => sink.places.locator(doc)))
      report('yaml11-bool', sink.places.ofPath(doc, path, part), { text }, 'warning');
    for (const { path, part, ...params } of yaml11Numbers(doc.text, value, () => sink.places.locator(doc)))
      report('yaml11-number', sink.places.ofPath(doc, path, part), params, 'warning');
    if (items.length === 0 && faults.length > 0) doc.status = 'failed';
    return faults.length === 0 && named.length === items.length ? 'used' : 'failed';
  }

  /** False for an object without a name: it is reported, and used as far as it goes. */
  function addObject(from: Doc, item: Item, later: boolean): boolean {
    sink.objectCount++;
    const name = later ? from.head.name : nameOf(item.body);
    const nameless = name === null && !isLocal(groupOf(item.apiVersion));
    if (nameless) report('no-name', sink.places.ofPath(from, item.path), { kind: item.kind });
    const namespace = later ? from.head.namespace : metadataText(item.body, 'namespace');
    sink.objects.push({
      ...identify(item.apiVersion, item.kind, name ?? '', namespace ?? options.defaultNamespace),
      apiVersion: item.apiVersion,
      kind: item.kind,
      doc: from.id,
      file,
      path: item.path,
      body: later ? () => mapOf(options.cache.reading(from.text).value) : () => item.body,
    });
    return !nameless;
  }

  function report(code: Problem['code'], { line, column }: Place, params: Problem['params'] = {}, severity: Problem['severity'] = 'error') {
    sink.problems.push({ code, params, severity, file, line, column });
  }
}

/** `{{ .Values.x }}`, `{{- if …`: only asked when the document cannot be read; in annotations of a readable one it is data. */
const TEMPLATE = /\{\{-?\s*[.$\w(/"]/;

/** What the head alone says of a document whose body is not needed; `listed` counts the items of a typed list. */
function unreadItem({ head }: Doc, { eager }: DocumentOptions): { apiVersion: string; kind: string; listed: number | null } | null {
  const { apiVersion, kind, items } = head;
  if (apiVersion === null || kind === null || kind === 'List') return null;
  const listed = kind.endsWith('List') ? items : null;
  if (listed === null && head.name === null) return null;
  const itemKind = listed === null ? kind : kind.slice(0, -'List'.length);
  return eager(groupOf(apiVersion), itemKind) ? null : { apiVersion, kind: itemKind, listed };
}

const codeOf = (p: ReadProblem): Problem['code'] => (p.code === 'excerpt' && p.severity === 'error' ? 'looks-like-excerpt' : p.code);

const faultCode = (fault: Fault, value: Json): Problem['code'] =>
  fault.code === 'no-kind' && isDescribe(value) ? 'looks-like-describe' : fault.code;
