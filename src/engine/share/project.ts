import { type Doc, type Ingested, type RawObject, SERVER_FIELDS, type SourceFile } from '../ingest/index.ts';
import { isMap } from '../objects/index.ts';
import { applyEdits, createLocator, type EditOp, editDocument, type Json, type JsonMap, type Path } from '../yaml/index.ts';

export interface ProjectInput {
  files: readonly SourceFile[];
  ingested: Ingested;
  /** Ids of the objects that belong to what is shared. */
  objects: ReadonlySet<string>;
  /** Off unless asked for: configuration may hold passwords. */
  configMaps?: boolean;
}

export interface Projection {
  files: Pick<SourceFile, 'path' | 'text'>[];
  /** Ids of objects that belong but stay here: Secrets always, ConfigMaps unless asked for. */
  withheld: string[];
}

/**
 * The least text that holds the given objects: their whole documents, as their authors wrote them, under their own paths. Of a List only
 * the objects asked for go along, so that what else a cluster dump holds, Secrets above all, never leaves.
 */
export function projectChain(input: ProjectInput): Projection {
  const withheld: string[] = [];
  const byDoc = new Map<string, { wanted: RawObject[]; all: number }>();
  for (const object of input.ingested.objects) {
    const entry = byDoc.get(object.doc) ?? { wanted: [], all: 0 };
    byDoc.set(object.doc, entry);
    entry.all++;
    if (!input.objects.has(object.id)) continue;
    if (isShareable(object, input.configMaps === true)) entry.wanted.push(object);
    else withheld.push(object.id);
  }
  const byFile = new Map<string, { doc: Doc; text: string }[]>();
  for (const doc of input.ingested.docs.values()) {
    const entry = byDoc.get(doc.id);
    if (entry === undefined || entry.wanted.length === 0) continue;
    const part = { doc, text: textOf(doc, entry.wanted, entry.all) };
    const parts = byFile.get(doc.file);
    if (parts === undefined) byFile.set(doc.file, [part]);
    else parts.push(part);
  }
  const files = input.files.flatMap(({ path }) => {
    const parts = byFile.get(path);
    return parts === undefined ? [] : [{ path, text: joined(parts.sort((a, b) => a.doc.index - b.doc.index).map((part) => part.text)) }];
  });
  return { files, withheld };
}

function isShareable(object: RawObject, configMaps: boolean): boolean {
  if (object.group !== '') return true;
  return object.kind !== 'Secret' && (configMaps || object.kind !== 'ConfigMap');
}

/**
 * As written, without what the server and kubectl wrote into it: `last-applied-configuration` holds whatever the object once
 * held. A whole List goes as written only where every item of it was read and is wanted; a Secret that could not be read
 * is still in the text.
 */
function textOf(doc: Doc, wanted: readonly RawObject[], all: number): string {
  const [only] = wanted;
  const single = wanted.length === 1 && only !== undefined && only.path.length === 0;
  const whole = single || (wanted.length === all && all === doc.head.items && !/\bkind["']?\s*:\s*["']?Secret/.test(doc.text));
  return (whole ? withoutServerFields(doc.text, wanted) : null) ?? listOf(wanted);
}

/** Null where they cannot be taken out of the text: flow collections of one line can, anchors that are used elsewhere cannot. */
function withoutServerFields(text: string, objects: readonly RawObject[]): string | null {
  const locator = createLocator(text);
  const ops = objects.flatMap(({ path }) =>
    SERVER_FIELDS.flatMap((field): EditOp[] => {
      const at = [...path, ...field];
      return locator.span(at, 'value') === null ? [] : [{ op: 'remove', path: at, emptyParent: 'remove' }];
    }),
  );
  if (ops.length === 0) return text;
  const done = editDocument(text, ops, locator);
  return done.ok ? applyEdits(text, done.edits) : null;
}

/** JSON, because a piece of YAML taken out of its document may miss anchors that stand elsewhere. Items of typed lists have no kind of their own. */
function listOf(objects: readonly RawObject[]): string {
  const items = objects.map((o): Json => ({ ...without(o.body(), SERVER_FIELDS), apiVersion: o.apiVersion, kind: o.kind }));
  return `${JSON.stringify({ apiVersion: 'v1', kind: 'List', items }, null, 2)}\n`;
}

/** A copy without these fields, and without the map that they leave empty. */
function without(body: JsonMap, fields: readonly Path[]): JsonMap {
  const copy: JsonMap = {};
  for (const [name, value] of Object.entries(body)) {
    const below = fields.filter(([first]) => first === name).map((field) => field.slice(1));
    if (below.some((rest) => rest.length === 0)) continue;
    const left = below.length > 0 && isMap(value) ? without(value, below) : value;
    if (left !== value && isMap(left) && Object.keys(left).length === 0) continue;
    copy[name] = left;
  }
  return copy;
}
/** A document made of directives and its own `---` needs no other before it. */
function joined(texts: readonly string[]): string {
  const closed = texts.map((text) => (text.endsWith('\n') || texts.length === 1 ? text : `${text}\n`));
  return closed.map((text, i) => (i === 0 ? text : `---\n${text}`)).join('');
}
