import type { Scene, SceneEdge, SceneGroup, SceneLane, SceneNode, SceneRow } from '../../engine/scene/index.ts';
import type { Words } from '../../words/index.ts';
import { kindName } from '../ui/kindName.ts';

/** A note on a row: areas `scene` (`row.…`) and `chain` (`near.…`). */
export const rowNote = (words: Words, row: SceneRow): string =>
  row.code === undefined ? '' : words.code(row.code.startsWith('near.') ? 'chain' : 'scene', row.code);

/** A short form of a finding's code. */
export const codeNote = (words: Words, code: string): string => {
  const key = code.startsWith('row.') ? code : `code.${code}`;
  const text = words.code('scene', key);
  return text === key ? code : text;
};

export const nodeTitle = (words: Words, node: SceneNode): string =>
  node.title !== '' ? node.title : words('scene', 'missing.title', { kind: kindName(words, node.kind) });

const fullName = (words: Words, node: SceneNode): string => `${kindName(words, node.kind)} ${nodeTitle(words, node)}`.trim();

const join = (parts: readonly (string | false | null | undefined)[]): string => parts.filter(Boolean).join(', ');

/** `Service node-exporter, monitoring` and what else is to be said of it. What is visible comes first, in its order. */
export function sayNode(words: Words, node: SceneNode): string {
  return join([
    fullName(words, node),
    node.subtitle,
    node.origin !== 'input' && node.role !== 'container' && words('scene', `origin.${node.origin}.short`),
    node.change && words('scene', `change.${node.change}`),
    node.state !== 'ok' && words('chain', `state.${node.state}`),
    ...node.codes.map((code) => codeNote(words, code)),
  ]);
}

export function sayRow(words: Words, node: SceneNode, row: SceneRow): string {
  return join([
    [row.text, row.detail].filter(Boolean).join(' '),
    row.scheme && words('scene', `scheme.${row.scheme}`),
    rowNote(words, row),
    row.state !== 'ok' && words('chain', `state.${row.state}`),
    row.change && words('scene', `change.${row.change}`),
    fullName(words, node),
  ]);
}

/** `node-exporter  ·  DaemonSet  ·  monitoring   2 chains` */
export const laneTitle =
  (words: Words) =>
  (lane: SceneLane): string =>
    `${lane.title}   ${words('scene', 'lane.chains', { count: lane.chains.length })}`;
/** `monitoring: 12 workloads, 14 chains`, and that it goes on from the column before. */
export const groupTitle =
  (words: Words) =>
  ({ namespace, again, lanes, chains }: SceneGroup): string =>
    again
      ? words('scene', 'group.again', { namespace })
      : `${namespace}: ${words('scene', 'group.lanes', { count: lanes })}, ${words('scene', 'lane.chains', { count: chains })}`;

export type Speaker = (edge: SceneEdge) => string;

/** `Service node-exporter, https → container kube-rbac-proxy, https. targetPort: https: agrees` */
export function edgeSpeaker(words: Words, scene: Scene): Speaker {
  const byId = new Map(scene.nodes.map((n) => [n.id, n]));
  const end = ({ node: id, row: rowId }: SceneEdge['from']): string => {
    const node = byId.get(id);
    if (!node) return '';
    const row = node.rows.find((r) => r.id === rowId);
    return join([fullName(words, node), row?.text]);
  };
  return (edge) => {
    const ends = { from: end(edge.from), to: end(edge.to), state: words('chain', `state.${edge.state}`) };
    const said = edge.label === '' ? words('scene', 'edge.bare', ends) : words('scene', 'edge.say', { ...ends, label: edge.label });
    return join([
      said,
      edge.scheme && words('scene', `scheme.${edge.scheme}`),
      ...edge.codes.map((code) => codeNote(words, code)),
      edge.change && words('scene', `change.${edge.change}`),
    ]);
  };
}
