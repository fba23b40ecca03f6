import { createLocator, type Json, type JsonMap } from '../yaml/index.ts';
import type { Part } from './cache.ts';
import { mapOf } from './identity.ts';
import type { Place } from './places.ts';
import type { RawObject, Unbuilt } from './types.ts';

/** A kustomization as it stands in a file: nothing of it has been applied to what is read. */
export interface Kustomization {
  file: string;
  part: Pick<Part, 'text' | 'line'>;
  body: JsonMap;
}

/** What only a build shows, however the resources are written (kustomize api/types/kustomization.go). */
const CHANGES = [
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'namePrefix',
  'nameSuffix',
  'namespace',
  'commonLabels',
  'labels',
  'commonAnnotations',
  'images',
  'replicas',
  'configMapGenerator',
  'secretGenerator',
  'components',
  'generators',
  'transformers',
  'replacements',
  'vars',
  'helmCharts',
  'helmChartInflationGenerator',
] as const;
const LISTS = ['resources', 'bases', 'components'] as const;

/**
 * Kustomizations whose build would change what is read here (domain.md q4): only those that no other includes, only where
 * the input has what they build on, and never those that merely list files.
 */
export function unbuiltOf(all: readonly Kustomization[], objects: readonly RawObject[]): (Unbuilt & Place)[] {
  const byDir = new Map(all.map((k) => [dirOf(k.file), k]));
  const byFile = new Map<string, RawObject[]>();
  for (const o of objects) byFile.set(o.file, [...(byFile.get(o.file) ?? []), o]);
  const included = new Set(all.flatMap((k) => referred(k).filter((path) => path !== dirOf(k.file))));
  return all.flatMap((k) => {
    if (included.has(dirOf(k.file)) || k.body['kind'] === 'Component') return [];
    const members = reach(k, byDir);
    const covers = new Set(members.flatMap(referred).filter((path) => byFile.has(path)));
    if (covers.size === 0) return [];
    const built = [...covers].flatMap((path) => byFile.get(path) ?? []).filter((o) => !o.apiVersion.startsWith('kustomize.config.k8s.io/'));
    const fields = [...new Set(members.flatMap((m) => CHANGES.filter((field) => changes(m.body, field, built))))];
    if (fields.length === 0) return [];
    const dir = dirOf(k.file) || '.';
    const helm = fields.some((f) => f.startsWith('helm')) ? '--enable-helm ' : '';
    return [{ file: k.file, dir, command: `kubectl kustomize ${helm}${quoted(dir)}`, fields, covers, ...placeOf(k, fields) }];
  });
}

/** A kustomization with all it includes. */
function reach(start: Kustomization, byDir: ReadonlyMap<string, Kustomization>): Kustomization[] {
  const seen = new Set([start]);
  for (const k of seen) for (const path of referred(k)) if (path !== dirOf(k.file)) seen.add(byDir.get(path) ?? k);
  return [...seen];
}

/** Files and directories of the input it builds on; what lies outside or on a server is not there to be changed. */
const referred = ({ file, body }: Kustomization): string[] =>
  LISTS.flatMap((field) => listOf(body, field)).flatMap((ref) => (typeof ref === 'string' ? (join(dirOf(file), ref) ?? []) : []));

function changes(body: JsonMap, field: (typeof CHANGES)[number], built: readonly RawObject[]): boolean {
  const value = Object.hasOwn(body, field) ? body[field] : null;
  if (value === null || value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)) return false;
  switch (field) {
    case 'namespace':
      return built.some((o) => o.namespace !== '' && o.namespace !== value);
    case 'commonLabels':
      return lacks(built, mapOf(value));
    case 'labels':
      return listOf(body, field).some((entry) => lacks(built, mapOf(mapOf(entry)['pairs'])));
    case 'images':
      return listOf(body, field).some((entry) => ['newName', 'newTag', 'digest'].some((key) => mapOf(entry)[key]));
    default:
      return true;
  }
}

/** Some object does not have these labels yet. */
const lacks = (built: readonly RawObject[], labels: JsonMap): boolean =>
  Object.entries(labels).some(([key, value]) =>
    built.some((o) => {
      const own = mapOf(mapOf(o.body()['metadata'])['labels']);
      return !Object.hasOwn(own, key) || String(own[key]) !== String(value);
    }),
  );

const listOf = (body: JsonMap, field: string): Json[] => {
  const value = Object.hasOwn(body, field) ? body[field] : null;
  return Array.isArray(value) ? value : [];
};

const dirOf = (file: string): string => file.split('/').slice(0, -1).join('/');

/** `../base` seen from a directory; null where it leads out of the input. */
function join(dir: string, ref: string): string | null {
  if (ref.includes('://') || ref.startsWith('/')) return null;
  const steps = dir === '' ? [] : dir.split('/');
  for (const step of ref.split('/')) {
    if (step === '..' && steps.pop() === undefined) return null;
    if (step !== '..' && step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

const quoted = (dir: string): string => (/^[\w./@:+-]+$/.test(dir) ? dir : `'${dir.replace(/'/g, "'\\''")}'`);

/** Where the first of the fields stands; the top where an included one has it. */
function placeOf({ part, body }: Kustomization, fields: readonly string[]): Place {
  const own = Object.keys(body).find((key) => fields.includes(key));
  if (own === undefined) return { line: part.line, column: 1 };
  const locator = createLocator(part.text);
  const { line, col } = locator.lineCol((locator.span([own], 'key') ?? { start: 0 }).start);
  return { line: part.line + line - 1, column: col };
}
