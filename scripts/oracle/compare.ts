import { EXAMPLE } from './config.ts';
import type { Active, Labels, Side } from './types.ts';

/** Every difference between two sides of a job, in words; empty where they agree. */
export function differencesOf(ours: Side, theirs: Side): string[] {
  const [ourActive, theirActive] = unmatched(ours.active, theirs.active);
  const [ourDropped, theirDropped] = unmatched(ours.dropped.map(asActive), theirs.dropped.map(asActive));
  const [unheard] = unmatched(theirs.kept.map(asActive), ours.kept.map(asActive));
  return [
    ...paired('active', ourActive, theirActive),
    ...paired('dropped', ourDropped, theirDropped),
    ...unheard.map((t) => `discovered: Prometheus has ${textOf(t)}`),
  ];
}

const asActive = (labels: Labels): Active => ({ url: '', labels });

/** An empty label is none. */
const entriesOf = ({ labels }: Active): [string, string | null][] =>
  [...labels].filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1));
const textOf = (target: Active): string =>
  `${target.url}${target.url ? ' ' : ''}{${entriesOf(target)
    .map(([name, value]) => `${name}="${value ?? '?'}"`)
    .join(', ')}}`;

/** What is left of both lists when equal targets have been taken away one by one. */
function unmatched(ours: readonly Active[], theirs: readonly Active[]): [Active[], Active[]] {
  const open = new Map<string, Active[]>();
  for (const target of theirs) open.set(textOf(target), [...(open.get(textOf(target)) ?? []), target]);
  const inexact = ours.filter((target) => !open.get(textOf(target))?.pop());
  const left = [...open.values()].flat();
  const mine = inexact.filter((target) => {
    const twin = left.findIndex((other) => agrees(target, other));
    if (twin >= 0) left.splice(twin, 1);
    return twin < 0;
  });
  return [mine, left];
}

/** Equal as far as known. */
function agrees(a: Active, b: Active): boolean {
  if (a.url !== b.url) return false;
  const names = new Set([...a.labels.keys(), ...b.labels.keys()]);
  return [...names].every((name) => same(a.labels, b.labels, name));
}

function same(a: Labels, b: Labels, name: string): boolean {
  const [x, y] = [a, b].map((labels) => (labels.has(name) ? (labels.get(name) ?? null) : ''));
  return x === null || y === null || x === y;
}

/** Unequal targets side by side: those that differ in the fewest labels belong together. */
function paired(what: string, ours: readonly Active[], theirs: Active[]): string[] {
  const left = [...theirs];
  const lines = ours.map((mine) => {
    const [nearest] = left.map((other) => ({ other, lines: apart(mine, other) })).sort((a, b) => a.lines.length - b.lines.length);
    if (!nearest || nearest.lines.length > 3) return `${what}: only ours has ${textOf(mine)}`;
    left.splice(left.indexOf(nearest.other), 1);
    return `${what}: ${mine.labels.get('__address__') ?? mine.url}: ${nearest.lines.join('; ')}`;
  });
  return [...lines, ...left.map((other) => `${what}: only Prometheus has ${textOf(other)}`)];
}

function apart(mine: Active, other: Active): string[] {
  const show = (value: string | null | undefined) => (value === undefined ? 'nothing' : `"${value ?? EXAMPLE}"`);
  const names = [...new Set([...mine.labels.keys(), ...other.labels.keys()])].filter((name) => !same(mine.labels, other.labels, name));
  return [
    ...(mine.url === other.url ? [] : [`URL ours ${mine.url}, Prometheus ${other.url}`]),
    ...names.map((name) => `${name} ours ${show(mine.labels.get(name))}, Prometheus ${show(other.labels.get(name))}`),
  ];
}
