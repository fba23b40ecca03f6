import type { Analysis } from '../analyze.ts';
import { isNear, nearest } from '../chain/index.ts';
import { type RawObject, within } from '../ingest/index.ts';
import type { At, Json, Path } from '../yaml/index.ts';
import { CONTAINER, KUBERNETES } from './core.ts';
import { MONITORING, type Shape } from './shapes.ts';

/** A field that its kind does not have in this place. */
export interface Stray {
  object: string;
  kind: string;
  /** The field, and the place it stands in, as people write it: `spec.selector`. */
  field: string;
  place: string;
  /** Where a field of this name belongs; null where the kind has none. */
  belongs: string | null;
  /** A known field of this place that is spelt nearly so. */
  meant: string | null;
  at: At;
}

/** More of one object say nothing more. */
const MOST = 20;
/** Versions of the API groups whose fields are known here. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  'monitoring.coreos.com/v1': MONITORING,
  'monitoring.coreos.com/v1alpha1': MONITORING,
  v1: KUBERNETES,
  'networking.k8s.io/v1': KUBERNETES,
};
const ROOT = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status']);

const found = new WeakMap<Analysis, Stray[]>();

/** Fields the API server drops without a word: not of the kind's shape, in the order of the input. */
export function straysOf(analysis: Analysis): readonly Stray[] {
  let strays = found.get(analysis);
  if (!strays) {
    strays = analysis.ingested.objects.flatMap(ofObject);
    found.set(analysis, strays);
  }
  return strays;
}

function ofObject(raw: RawObject): Stray[] {
  const shapes = KNOWN[raw.apiVersion];
  const shape = shapes && Object.hasOwn(shapes, raw.kind) ? shapes[raw.kind] : undefined;
  const strays: Stray[] = [];
  const report = (path: Path, field: string, known: readonly string[], whole: Shape | null): void => {
    if (strays.length === MOST) return;
    const elsewhere = whole ? placesOf(whole, field) : [];
    const [near] = nearest(field, known, 1);
    strays.push({
      object: raw.id,
      kind: raw.kind,
      field,
      place: path.filter((step) => typeof step === 'string').join('.'),
      belongs: elsewhere[0] ?? null,
      meant: near !== undefined && isNear(field, near) ? near : null,
      at: within(raw, [...path, field], 'key'),
    });
  };
  const walk = (value: Json, below: Shape, path: Path, whole: Shape): void => {
    if (Array.isArray(value)) for (const [i, item] of value.entries()) walk(item, below, [...path, i], whole);
    else if (isMap(value))
      for (const key of Object.keys(value)) {
        const next = Object.hasOwn(below, key) ? below[key] : undefined;
        if (next === undefined) report(path, key, Object.keys(below), whole);
        else if (next !== null) walk(value[key] ?? null, next, [...path, key], whole);
      }
  };
  if (shape) {
    const body = raw.body();
    const whole: Shape = { spec: shape };
    for (const key of Object.keys(body)) if (!ROOT.has(key) && placesOf(whole, key).length > 0) report([], key, ['spec'], whole);
    walk(body['spec'] ?? null, shape, ['spec'], whole);
  }
  for (const { value, path } of containersOf(raw)) {
    const ports = isMap(value) ? (value['ports'] ?? null) : null;
    const known = CONTAINER['ports'];
    if (known) walk(ports, known, [...path, 'ports'], CONTAINER);
  }
  return strays;
}

/** Containers of the kinds that have a pod template, wherever it stands. */
function containersOf(raw: RawObject): { value: Json; path: Path }[] {
  const base = TEMPLATES[`${raw.group}/${raw.kind}`];
  if (!base) return [];
  const spec = base.reduce<Json>((value, step) => (isMap(value) && Object.hasOwn(value, step) ? (value[step] ?? null) : null), raw.body());
  return ['containers', 'initContainers'].flatMap((list) => {
    const items = isMap(spec) ? spec[list] : null;
    return Array.isArray(items) ? items.map((value, i) => ({ value, path: [...base, list, i] })) : [];
  });
}

const TEMPLATE = ['spec', 'template', 'spec'];
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  'apps/Deployment': TEMPLATE,
  'apps/DaemonSet': TEMPLATE,
  'apps/StatefulSet': TEMPLATE,
  'apps/ReplicaSet': TEMPLATE,
  'batch/Job': TEMPLATE,
  'batch/CronJob': ['spec', 'jobTemplate', ...TEMPLATE],
  '/Pod': ['spec'],
};

/** Where a shape has a field of this name, the shortest way first. */
function placesOf(shape: Shape, field: string, path = ''): string[] {
  const places = Object.entries(shape).flatMap(([key, below]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return [...(key === field ? [here] : []), ...(below ? placesOf(below, field, here) : [])];
  });
  return path === '' ? places.sort((a, b) => a.length - b.length) : places;
}

const isMap = (value: Json): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value);
