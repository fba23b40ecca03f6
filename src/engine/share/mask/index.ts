import { type Doc, type Ingested, ingest, type RawObject, type SourceFile } from '../../ingest/index.ts';
import { applyEdits, editDocument, type Json, type Path } from '../../yaml/index.ts';
import { addressesIn, addressMask } from './addresses.ts';
import { type EnvValue, envMask, envOf } from './env.ts';
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
  const scalars = ingested.objects.flatMap(scalarsOf);
  const env = masks.has('env') ? ingested.objects.flatMap(envOf) : [];
  const registries = masks.has('registries') ? registriesIn(scalars) : [];
  const hosts = masks.has('hosts') ? hostsOf(ingested, scalars, new Set(registriesIn(scalars))) : [];
  const addresses = masks.has('addresses') ? files.flatMap(({ path, text }) => [...addressesIn(text), ...addressesIn(path)]) : [];
  const steps = [registryMask(registries), hostMask(hosts), addressMask(key, addresses)];
  const text = (given: string): string => steps.reduce((t, step) => step(t), given);
  const value = envMask(env);
  return {
    files: files.map((file) => ({ path: text(file.path), text: maskFile(file, ingested, value, text) })),
    counts: {
      env: new Set(env.filter((e) => !e.plain).map((e) => e.value)).size,
      registries: new Set(registries).size,
      hosts: hosts.length,
      addresses: new Set(addresses).size,
    },
    kept: [...new Set(env.filter((e) => e.plain && e.value !== '').map((e) => e.name))],
    text,
  };
}

function hostsOf(ingested: Ingested, scalars: readonly Scalar[], registries: ReadonlySet<string>): string[] {
  const groups = new Set(ingested.objects.map((o) => o.group));
  const namespaces = new Set(ingested.objects.map((o) => o.namespace));
  return hostsIn(scalars, groups, namespaces).filter((host) => !registries.has(host));
}

/** Documents one after the other; what stands between them stays. */
function maskFile(file: Text, ingested: Ingested, value: (v: string) => string, text: (t: string) => string): string {
  const docs = [...ingested.docs.values()].filter((d) => d.file === file.path).sort((a, b) => a.start - b.start);
  let out = '';
  let at = 0;
  for (const doc of docs) {
    out +=
      text(file.text.slice(at, doc.start)) +
      maskDoc(
        doc,
        ingested.objects.filter((o) => o.doc === doc.id),
        value,
        text,
      );
    at = doc.start + doc.text.length;
  }
  return out + text(file.text.slice(at));
}

function maskDoc(doc: Doc, objects: readonly RawObject[], value: (v: string) => string, text: (t: string) => string): string {
  const env = objects.flatMap((o) =>
    envOf(o).flatMap((e): EnvValue[] => (value(e.value) === e.value ? [] : [{ ...e, path: [...o.path, ...e.path] }])),
  );
  const edited = edit(doc.text, env, value);
  const masked = edited === null ? null : text(edited);
  const wanted = objects.map((o) => maskBody(o, value, text));
  // Escapes and folded lines can hide a text from a pattern: the values decide.
  if (masked !== null && sameBodies(masked, doc, wanted)) return masked;
  return `${JSON.stringify(wanted.length === 1 && objects[0]?.path.length === 0 ? wanted[0] : { apiVersion: 'v1', kind: 'List', items: wanted }, null, 2)}\n`;
}

function edit(text: string, env: readonly { path: Path; value: string }[], value: (v: string) => string): string | null {
  if (env.length === 0) return text;
  const done = editDocument(
    text,
    env.map(({ path, value: old }) => ({ op: 'set', path, value: value(old) })),
  );
  return done.ok ? applyEdits(text, done.edits) : null;
}

function maskBody(object: RawObject, value: (v: string) => string, text: (t: string) => string): Json {
  const env = new Map(envOf(object).map((e) => [JSON.stringify(e.path), e.value]));
  const walk = (json: unknown, path: Path): Json => {
    const known = env.get(JSON.stringify(path));
    if (known !== undefined && value(known) !== known) return text(value(known));
    if (typeof json === 'string') return text(json);
    if (Array.isArray(json)) return json.map((item, i) => walk(item, [...path, i]));
    if (typeof json !== 'object' || json === null) return json as Json;
    return Object.fromEntries(Object.entries(json).map(([name, item]) => [text(name), walk(item, [...path, name])]));
  };
  return walk({ ...object.body(), apiVersion: object.apiVersion, kind: object.kind }, []);
}

const sameBodies = (text: string, doc: Doc, wanted: readonly Json[]): boolean => {
  const { objects } = ingest([{ path: doc.file, text }], { defaultNamespace: 'default', eager: () => true });
  const now = objects.map((o) => JSON.stringify({ ...o.body(), apiVersion: o.apiVersion, kind: o.kind }));
  return now.length === wanted.length && now.every((body, i) => body === JSON.stringify(wanted[i]));
};
