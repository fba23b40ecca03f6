import { CHANGE_SIGNS, type Scene, type SceneEdge, type SceneNode, STATE_SIGNS, shownLabel } from '../scene/index.ts';
import { tame } from './text.ts';
import type { Say } from './types.ts';

/** A scene for writers of text diagrams, which lay it out themselves: nodes by short names, nested in what they stand in. */
export interface Part {
  name: string;
  node: SceneNode;
  /** Lines of its text, the first its title. */
  lines: string[];
  inside: Part[];
}

export function partsOf(scene: Scene, say: Say): Part[] {
  const parts = new Map(
    scene.nodes.map((node, i) => [node.id, { name: `n${i + 1}`, node, lines: linesOf(node, say), inside: [] } as Part]),
  );
  const roots: Part[] = [];
  for (const part of parts.values()) {
    const parent = part.node.parent === null ? undefined : parts.get(part.node.parent);
    if (parent) parent.inside.push(part);
    else roots.push(part);
  }
  return roots;
}

function linesOf(node: SceneNode, say: Say): string[] {
  const sign = node.state === 'ok' ? '' : `${STATE_SIGNS[node.state]} `;
  const change = node.change ? `${CHANGE_SIGNS[node.change]} ` : '';
  const head = [say.kind(node.kind), node.subtitle, say.origin(node.origin)].filter(Boolean).join(' · ');
  const rows = node.rows.map((row) => {
    const marks = `${row.change ? `${CHANGE_SIGNS[row.change]} ` : ''}${row.state === 'ok' ? '' : `${STATE_SIGNS[row.state]} `}`;
    return `${marks}${[row.text, row.detail, row.scheme ?? '', row.detail === '' && !row.scheme ? say.rowNote(row) : ''].filter(Boolean).join(' ')}`;
  });
  return [`${change}${sign}${say.title(node)}`, head, ...rows, ...node.codes.map(say.note)].map(tame);
}

/** `targetPort: https 🔒`: what stands on an edge, with the sign of its state where that is not ok. */
export function edgeText(edge: SceneEdge): string {
  const sign = edge.state === 'ok' ? '' : STATE_SIGNS[edge.state];
  const change = edge.change ? CHANGE_SIGNS[edge.change] : '';
  const label = edge.kind === 'guard' ? '' : shownLabel(edge);
  return tame([change, sign, label, edge.kind === 'chain' ? (edge.scheme ?? '') : ''].filter(Boolean).join(' '));
}

/** Names by node id. */
export function namesOf(roots: readonly Part[]): Map<string, string> {
  const names = new Map<string, string>();
  const walk = (part: Part): void => {
    names.set(part.node.id, part.name);
    for (const below of part.inside) walk(below);
  };
  for (const root of roots) walk(root);
  return names;
}
