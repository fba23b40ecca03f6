import { createLocator, type Locator, type Path } from '../yaml/index.ts';

/** Whole lines, 1-based, both ends included. */
export interface LineRange {
  from: number;
  to: number;
}

const METADATA = ['managedFields', 'uid', 'resourceVersion', 'creationTimestamp', 'deletionGracePeriodSeconds', 'generation', 'selfLink'];
const ANNOTATIONS = [
  'kubectl.kubernetes.io/last-applied-configuration',
  'deployment.kubernetes.io/revision',
  'deprecated.daemonset.template.generation',
];
/** Paths within an object that the server and kubectl write. */
export const SERVER_FIELDS: readonly Path[] = [
  ['status'],
  ...METADATA.map((field) => ['metadata', field]),
  ...ANNOTATIONS.map((field) => ['metadata', 'annotations', field]),
];

/**
 * What the server and kubectl add to the objects of one document, as whole lines: nobody wrote it, and nobody has to read
 * it. Fields that share a line with others are left alone.
 */
export function noiseOf(text: string, objects: readonly Path[], locator: Locator = createLocator(text)): LineRange[] {
  const ranges = objects.flatMap((path) => SERVER_FIELDS.flatMap((field) => linesOf(text, locator, [...path, ...field]) ?? []));
  const merged: LineRange[] = [];
  for (const range of ranges.sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else merged.push({ ...range });
  }
  return merged;
}

function linesOf(text: string, locator: Locator, path: Path): LineRange | null {
  const key = locator.span(path, 'key');
  const value = locator.span(path, 'value');
  // An alias stands elsewhere.
  if (!key || !value || value.end < key.end) return null;
  let end = Math.max(value.end, key.end);
  while (end > key.end && /\s/.test(text[end - 1] ?? '')) end--;
  const before = text.slice(text.lastIndexOf('\n', key.start - 1) + 1, key.start);
  const newline = text.indexOf('\n', end);
  const after = text.slice(end, newline < 0 ? text.length : newline);
  if (!/^[\s?"]*$/.test(before) || !/^\s*:?\s*,?\s*(?:#.*)?$/.test(after)) return null;
  return { from: locator.lineCol(key.start).line, to: locator.lineCol(Math.max(key.start, end - 1)).line };
}
