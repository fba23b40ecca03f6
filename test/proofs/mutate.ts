import type { Analysis } from '../../src/engine/analyze.ts';
import type { RawObject, SourceFile } from '../../src/engine/ingest/index.ts';
import { applyEdits, createLocator, type EditOp, editDocument, type Json, type Locator, type Path } from '../../src/engine/yaml/index.ts';

/** One thing broken in one object. */
export interface Mutant {
  object: RawObject;
  path: Path;
  /** `delete`, `rename`, `move`, or the new value. */
  how: string;
  op: EditOp;
}

/** mulberry32: small, and the same everywhere. */
export function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `most` of the items, by chance, in their order. */
export function sample<T>(items: readonly T[], most: number, next: () => number): T[] {
  if (items.length <= most) return [...items];
  const order = items.map((_, i) => [next(), i] as const).sort(([a], [b]) => a - b);
  const taken = new Set(order.slice(0, most).map(([, i]) => i));
  return items.filter((_, i) => taken.has(i));
}

/** Parts that no chain reads: prose, sizes, and what the kubelet or a person looks at. */
const APART =
  /^(metadata\.(annotations|finalizers)|status)|\.(resources|securityContext|volumeMounts|volumes|tolerations|affinity|nodeSelector|annotations|priorityClassName|livenessProbe|readinessProbe|startupProbe|imagePullPolicy|terminationMessagePolicy|description)(\.|$)/;
const LABELS = /(^|\.)(labels|matchLabels|selector)$/;

/** Every single change there is to make to an object. */
export function mutantsOf(object: RawObject): Mutant[] {
  const found: Mutant[] = [];
  const add = (path: Path, how: string, op: EditOp) => found.push({ object, path, how, op });
  const at = (path: Path): Path => [...object.path, ...path];
  const walk = (value: Json, path: Path): void => {
    const text = path.join('.');
    if (APART.test(text)) return;
    // An endpoint fewer is what somebody wants, not a fault.
    if (path.length > 0 && !/ndpoints\.\d+$/.test(text)) add(path, 'delete', { op: 'remove', path: at(path) });
    if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, [...path, i]);
    else if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value)) {
        if (LABELS.test(text) && typeof item === 'string') {
          const renamed = `${key}-x`;
          add([...path, key], `rename ${renamed}`, { op: 'rename', path: at([...path, key]), key: renamed });
        }
        walk(item, [...path, key]);
      }
    else for (const other of othersOf(value, text)) add(path, String(other), { op: 'set', path: at(path), value: other });
  };
  walk(object.body() as Json, []);
  return found;
}

/** Other values for a scalar: the other scheme, another port, another address, another name. */
function othersOf(value: Json, path: string): (string | number | boolean)[] {
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  if (typeof value !== 'string' || /^(apiVersion|kind)$/.test(path)) return [];
  if (path === 'metadata.namespace') return ['elsewhere'];
  if (/^https?$/i.test(value)) return [/s$/i.test(value) ? value.slice(0, -1) : `${value}s`];
  const address = value.includes('127.0.0.1:') && value.startsWith('--') && !value.includes('://');
  return [
    ...(address ? [value.replace('127.0.0.1', '0.0.0.0')] : []),
    ...(/^--.*\$\(\w+\)/.test(value) ? [value.replace(/\[?\$\(\w+\)\]?/, '127.0.0.1')] : []),
    ...(value.includes('://') ? [value.replace(/\b(https?):/, (_, s: string) => (s === 'http' ? 'https:' : 'http:'))] : []),
    ...(/:\d+/.test(value) && value.startsWith('--') ? [value.replace(/:(\d+)/, (_, n: string) => `:${Number(n) + 1}`)] : []),
    ...(value.startsWith('--') ? [] : [value === '' ? 'x' : `${value}-x`]),
  ];
}

/** The files with the mutant in them; null where the text cannot be edited there (anchors, tags). */
export function mutated(analysis: Analysis, mutant: Mutant, locators: Map<string, Locator>): SourceFile[] | null {
  const doc = analysis.ingested.docs.get(mutant.object.doc);
  if (!doc) return null;
  const locator = locators.get(doc.id) ?? createLocator(doc.text);
  locators.set(doc.id, locator);
  const result = editDocument(doc.text, [mutant.op], locator);
  if (!result.ok || result.edits.length === 0) return null;
  const text = applyEdits(doc.text, result.edits);
  return analysis.files.map((f) => (f.path === doc.file ? { ...f, text: f.text.slice(0, doc.start) + text + f.text.slice(doc.end) } : f));
}
