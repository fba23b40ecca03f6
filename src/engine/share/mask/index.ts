import { type Doc, type Ingested, ingest, type RawObject, type SourceFile } from '../../ingest/index.ts';
import { applyEdits, editDocument, type Json, type Path } from '../../yaml/index.ts';
import { addressesIn, addressMask } from './addresses.ts';
import { envMask, envOf } from './env.ts';
import { hostMask, hostsIn } from './hosts.ts';
import type { Mask } from './masks.ts';
import { registriesIn, registryMask } from './registries.ts';
import { type Scalar, scalarsOf } from './scalars.ts';

type Text = Pick<SourceFile, 'path' | 'text'>;

export interface Masked {
  files: Text[];
  /** Distinct things that were masked. */
  counts: Record<Mask, number>;
  /** Variables whose values stay, because they decide how a process listens and name nobody. */
  kept: string[];
  /** The same masks for any other text: a path, a selection. */
  text: (text: string) => string;
}

/**
 * The same manifests with other names for what is masked, the same for the same everywhere, so that a chain resolves as it
 * did. Texts keep their form and comments; where a value cannot be replaced in its text, the object is written anew.
 * `key`: decides the masks of addresses; another key, other masks.
 */
export function maskFiles(files: readonly Text[], masks: ReadonlySet<Mask>, key: string): Masked {
  const ingested = ingest([...files], { defaultNamespace: 'default', eager: () => true });
  const read = ingested.objects.map((object): Read => ({ object, scalars: scalarsOf(object) }));
  const scalars = read.flatMap((r) => r.scalars);
  const env = masks.has('env') ? read.flatMap((r) => envOf(r.scalars)) : [];
  const registries = masks.has('registries') ? registriesIn(scalars) : [];
  const hosts = masks.has('hosts') ? hostsOf(ingested, scalars) : [];
  const found = masks.has('addresses') ? files.flatMap(({ path, text }) => [...addressesIn(text), ...addressesIn(path)]) : [];
  const addresses = [...new Set(found)];
  const steps = [registryMask(registries), hostMask(hosts), addressMask(key, addresses)];
  const text = (given: string): string => steps.reduce((t, step) => step(t), given);
  const masker: Masker = { text, value: envMask(env), byDoc: grouped(read) };
  return {
    files: files.map((file) => ({ path: text(file.path), text: maskFile(file, ingested, masker) })),
    counts: {
      env: new Set(env.filter((e) => !e.plain).map((e) => e.value)).size,
      registries: new Set(registries).size,
      hosts: hosts.length,
      addresses: addresses.length,
    },
    kept: [...new Set(env.filter((e) => e.plain && e.value !== '').map((e) => e.name))],
    text,
  };
}

interface Read {
  object: RawObject;
  scalars: readonly Scalar[];
}
interface Masker {
  text: (text: string) => string;
  /** For a value of an environment variable. */
  value: (value: string) => string;
  /** Objects by the id of their document. */
  byDoc: ReadonlyMap<string, readonly Read[]>;
}

function grouped(read: readonly Read[]): Map<string, Read[]> {
  const byDoc = new Map<string, Read[]>();
  for (const one of read) {
    const there = byDoc.get(one.object.doc);
    if (there) there.push(one);
    else byDoc.set(one.object.doc, [one]);
  }
  return byDoc;
}

/** Registries have a mask of their own. */
function hostsOf(ingested: Ingested, scalars: readonly Scalar[]): string[] {
  const groups = new Set(ingested.objects.map((o) => o.group));
  const namespaces = new Set(ingested.objects.map((o) => o.namespace));
  const registries = new Set(registriesIn(scalars));
  return hostsIn(scalars, groups, namespaces).filter((host) => !registries.has(host));
}

/** Documents one after the other; what stands between them stays. */
function maskFile(file: Text, ingested: Ingested, masker: Masker): string {
  const docs = [...ingested.docs.values()].filter((d) => d.file === file.path).sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const doc of docs) {
    out += masker.text(file.text.slice(at, doc.start)) + maskDoc(doc, masker);
    at = doc.start + doc.text.length;
  }
  return out + masker.text(file.text.slice(at));
}

function maskDoc(doc: Doc, masker: Masker): string {
  const { text, value, byDoc } = masker;
  const read = byDoc.get(doc.id) ?? [];
  const sets = read.flatMap(({ object, scalars }) =>
    envOf(scalars).flatMap((e) => (value(e.value) === e.value ? [] : [{ path: [...object.path, ...e.path], value: value(e.value) }])),
  );
  const edited = edit(doc.text, sets);
  const masked = edited === null ? null : text(edited);
  const wanted = read.map((r) => maskBody(r, masker));
  // Escapes and folded lines can hide a text from a pattern: the values decide.
  if (masked !== null && sameBodies(masked, doc, wanted)) return masked;
  const whole = wanted.length === 1 && read[0]?.object.path.length === 0 ? wanted[0] : { apiVersion: 'v1', kind: 'List', items: wanted };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function edit(text: string, sets: readonly { path: Path; value: string }[]): string | null {
  if (sets.length === 0) return text;
  const done = editDocument(
    text,
    sets.map(({ path, value }) => ({ op: 'set', path, value })),
  );
  return done.ok ? applyEdits(text, done.edits) : null;
}

const bodyOf = (object: RawObject) => ({ ...object.body(), apiVersion: object.apiVersion, kind: object.kind });

function maskBody({ object, scalars }: Read, { value, text }: Masker): Json {
  const env = new Map(envOf(scalars).map((e) => [JSON.stringify(e.path), e.value]));
  const walk = (json: unknown, path: Path): Json => {
    const known = env.size > 0 ? env.get(JSON.stringify(path)) : undefined;
    if (known !== undefined && value(known) !== known) return text(value(known));
    if (typeof json === 'string') return text(json);
    if (Array.isArray(json)) return json.map((item, i) => walk(item, [...path, i]));
    if (typeof json !== 'object' || json === null) return json as Json;
    return Object.fromEntries(Object.entries(json).map(([name, item]) => [text(name), walk(item, [...path, name])]));
  };
  return walk(bodyOf(object), []);
}

const sameBodies = (text: string, doc: Doc, wanted: readonly Json[]): boolean => {
  const { objects } = ingest([{ path: doc.file, text }], { defaultNamespace: 'default', eager: () => true });
  return objects.length === wanted.length && objects.every((o, i) => JSON.stringify(bodyOf(o)) === JSON.stringify(wanted[i]));
};
