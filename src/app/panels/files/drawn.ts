import type { Place } from '../../../engine/api.ts';
import type { Scene } from '../../../engine/scene/index.ts';
import type { TieMark } from '../../../engine/text/index.ts';
import type { At } from '../../../engine/yaml/index.ts';

/** A node, row or edge of a picture, and lines of a file (1-based, both included) that stand for it. */
export interface Drawn {
  id: string;
  file: string;
  from: number;
  to: number;
  /** All of a document, of which the box is a part. */
  whole?: true;
}

/** What of a picture stands in a text, where: not yet looked up. */
export interface Part {
  id: string;
  at: At;
  whole?: true;
}

/**
 * Rows, then boxes, then whole documents: of two that have the same lines the first is meant. A document stands for the box
 * that shows the most of it, so that its labels and its name lead there; not so a List, which holds many objects.
 */
export function partsOf({ nodes }: Scene): Part[] {
  const parts: Part[] = [
    ...nodes.flatMap((node) => node.rows.flatMap(({ id, at }) => (at ? [{ id, at }] : []))),
    ...nodes.flatMap(({ id, at }) => (at ? [{ id, at }] : [])),
  ];
  const whole = new Map<string, Part>();
  for (const node of nodes) {
    if (!node.at || node.at.path[0] === 'items') continue;
    const known = whole.get(node.at.doc);
    if (!known || node.at.path.length < known.at.path.length) whole.set(node.at.doc, { id: node.id, at: node.at });
  }
  return [...parts, ...[...whole.values()].map(({ id, at }): Part => ({ id, at: { doc: at.doc, path: [], part: 'value' }, whole: true }))];
}

/** Parts with their places; those without text are left out. */
export const drawnOf = (parts: readonly Part[], places: readonly (Place | null)[]): Drawn[] =>
  parts.flatMap(({ id, whole }, i) => {
    const place = places[i];
    return place ? [{ id, file: place.file, from: place.line, to: place.endLine, ...(whole && { whole }) }] : [];
  });

/** The edges that names of a file (`ties`) hang together by: what a selector or a label stands for in the picture. */
export function tiesDrawn(scene: Scene, drawn: readonly Drawn[], file: string, ties: readonly TieMark[]): Drawn[] {
  const here = new Set(drawn.filter((d) => d.file === file).map((d) => d.id));
  return ties.flatMap(({ link, chain, line }) => {
    const edges = scene.edges.filter((edge) => edge.chain === chain && edge.link.startsWith(`${link}:`));
    const edge = edges.find(({ from, to }) => here.has(from.node) || here.has(to.node)) ?? edges[0];
    return edge ? [{ id: edge.id, file, from: line, to: line }] : [];
  });
}

/** What stands at a line: the element with the fewest lines around it. */
export function drawnAt(drawn: readonly Drawn[], file: string, line: number): string | null {
  let best: Drawn | null = null;
  for (const d of drawn) {
    if (d.file !== file || line < d.from || line > d.to) continue;
    if (best === null || d.to - d.from < best.to - best.from) best = d;
  }
  return best?.id ?? null;
}

/** Where an element is to be read: in `file` if it stands there. An edge stands where its ends stand. */
export function placeOf(scene: Scene, drawn: readonly Drawn[], id: string, file: string | null): Drawn | null {
  const edge = scene.edges.find((e) => e.id === id);
  const ids = edge ? [id, edge.to.row, edge.from.row, edge.to.node, edge.from.node] : [id];
  const found = ids.flatMap((one) => drawn.filter((d) => d.id === one));
  return found.find((d) => d.file === file) ?? found[0] ?? null;
}

/** The files of a picture, in the order in which its chain runs. */
export function filesOf(scene: Scene, drawn: readonly Drawn[]): string[] {
  const files = new Map<string, string>();
  for (const { id, file } of drawn) if (!files.has(id)) files.set(id, file);
  const order = scene.columns.map((c) => c.role as string);
  const rank = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length);
  const nodes = [...scene.nodes].sort((a, b) => rank(a.role) - rank(b.role));
  return [...new Set(nodes.flatMap((n) => files.get(n.id) ?? []))];
}
