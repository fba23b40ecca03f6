import type { Doc, RawObject } from '../ingest/index.ts';
import { applyEdits, type EditOp, editDocument, type JsonMap, readValue, type TextEdit } from '../yaml/index.ts';
import type { PatchInput } from './input.ts';
import type { FileEdits } from './types.ts';

const docsOf = (input: PatchInput, file: string): Doc[] =>
  [...input.ingested.docs.values()].filter((d) => d.file === file).sort((a, b) => a.start - b.start);
const textOf = (input: PatchInput, path: string): string => input.files.find((f) => f.path === path)?.text ?? '';

/** Whole documents go with the `---` that set them off; a file that is left without any becomes empty. */
export function documentRemovals(input: PatchInput, removed: readonly RawObject[]): FileEdits[] {
  const gone = new Set(removed.map((raw) => raw.doc));
  return [...new Set(removed.map((raw) => raw.file))].map((path) => {
    const docs = docsOf(input, path);
    const edits: TextEdit[] = [];
    if (docs.every((d) => gone.has(d.id))) return { path, edits: [{ start: 0, end: textOf(input, path).length, text: '' }] };
    for (let i = 0; i < docs.length; i++) {
      if (!gone.has((docs[i] as Doc).id)) continue;
      let last = i;
      while (last + 1 < docs.length && gone.has((docs[last + 1] as Doc).id)) last++;
      const before = docs[i - 1];
      const start = before ? before.end : (docs[i] as Doc).start;
      edits.push({ start, end: before ? (docs[last] as Doc).end : (docs[last + 1] as Doc).start, text: '' });
      i = last;
    }
    return { path, edits };
  });
}

/**
 * Where a new object goes: into the List that holds its neighbour, behind it in a file of several documents, else into a
 * file of its own, named after the neighbour's.
 */
export function placeNewObject(
  input: PatchInput,
  object: JsonMap,
  beside: RawObject,
  taken: ReadonlySet<string>,
): { op: Extract<EditOp, { op: 'insert-item' }> } | FileEdits {
  const text = textOf(input, beside.file);
  // A typed list (`DaemonSetList`) holds its own kind only.
  if (beside.path[0] === 'items' && input.ingested.docs.get(beside.doc)?.head.kind === 'List') {
    return { op: { op: 'insert-item', path: ['items'], index: listLength(input, beside), value: object } };
  }
  const json = /^\s*[{[]/.test(text);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  if (docsOf(input, beside.file).length > 1 && !json) {
    const gap = taken.has(beside.file) || text.endsWith('\n') ? '' : eol;
    return { path: beside.file, edits: [{ start: text.length, end: text.length, text: `${gap}---${eol}${printed(object, eol)}` }] };
  }
  const path = freeName(input, beside, lowerFirst(String(object['kind'])), taken);
  return {
    path,
    edits: [{ start: 0, end: 0, text: json ? `${JSON.stringify(object, null, 2)}\n`.replaceAll('\n', eol) : printed(object, eol) }],
  };
}

function listLength(input: PatchInput, raw: RawObject): number {
  const doc = input.ingested.docs.get(raw.doc);
  const root = doc ? readValue(doc.text).value : null;
  const items = root !== null && typeof root === 'object' && !Array.isArray(root) ? root['items'] : null;
  return Array.isArray(items) ? items.length : 0;
}

/** A manifest as text, one key after the other. */
function printed(object: JsonMap, eol: string): string {
  const { apiVersion, kind, ...rest } = object;
  const head = `apiVersion: ${apiVersion as string}\nkind: ${kind as string}\n`;
  const ops = Object.keys(rest).map((key): EditOp => ({ op: 'insert', path: [], key, value: rest[key] ?? null }));
  const result = editDocument(head, ops);
  return (result.ok ? applyEdits(head, result.edits) : head).replaceAll('\n', eol);
}

/** `nodeExporter-daemonset.yaml` → `nodeExporter-clusterRole.yaml`, in the same folder. */
function freeName(input: PatchInput, { file, kind: own }: RawObject, kind: string, taken: ReadonlySet<string>): string {
  const [, folder = '', base = ''] = /^(.*\/)?([^/]*)$/.exec(file) ?? [];
  const stem = base.replace(/\.[^.]*$/, '');
  const extension = base.slice(stem.length) || '.yaml';
  const named = stem.toLowerCase().endsWith(own.toLowerCase()) && /(^|[-_.])$/.test(stem.slice(0, -own.length));
  const cut = named ? stem.slice(0, -own.length) : stem;
  const prefix = cut === stem && stem !== '' ? `${stem}-` : cut;
  for (let n = 1; ; n++) {
    const path = `${folder}${prefix}${kind}${n > 1 ? n : ''}${extension}`;
    if (!taken.has(path) && !input.files.some((f) => f.path === path)) return path;
  }
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
