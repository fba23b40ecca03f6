import type { Chain, Link } from '../../chain/index.ts';
import type { ColumnRole, SceneNode } from '../types.ts';
import { type Canvas, putNode, putRow, type Spot } from './canvas.ts';

/** The end that is looked for and not there: what was asked, and what nearly answers. */
export function missingNode(c: Canvas, link: Link, column: ColumnRole, kind: string, near: Chain['nearMisses'] = []): SceneNode {
  const wanted = [...new Map(link.facts.flatMap((f) => (f.left ? [[f.left.value, f.left] as const] : [])))];
  const node = putNode(c, {
    id: `missing ${link.kind} ${link.from.object}`,
    role: 'missing',
    column,
    kind,
    title: '',
    origin: 'missing',
    state: link.state,
  });
  for (const [value, side] of wanted) putRow(node, { key: value, text: value, at: side.at, state: link.state });
  for (const miss of near)
    putRow(node, { key: `near ${miss.object}`, text: miss.object, at: miss.at, code: `near.${miss.why}`, state: 'unknown' });
  return node;
}

/** A port that is asked for and not there: a row in the node that should have it. */
export function missingRow(node: SceneNode, link: Link): Spot {
  const asked = link.facts.find((f) => f.left)?.left ?? null;
  return putRow(node, {
    key: 'missing',
    text: asked?.value ?? link.label,
    code: 'row.missing',
    at: asked?.at ?? null,
    state: link.state === 'ok' ? 'broken' : link.state,
  });
}
