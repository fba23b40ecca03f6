import type { Status } from '../engine/chain/index.ts';
import type { Scene, SceneEdge, SceneGroup, SceneLane, SceneNode, SceneRow } from '../engine/scene/index.ts';
import { verdictText } from './findings.ts';
import type { Words } from './index.ts';
import type { Params } from './types.ts';

/** Kubernetes kinds are names; a process has none of Kubernetes. */
export const kindName = (words: Words, kind: string): string => (kind === 'process' ? words('scene', 'kind.process') : kind);

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

/** `node-exporter  ·  DaemonSet  ·  monitoring  ·  2 chains` */
export const laneTitle =
  (words: Words) =>
  (lane: SceneLane): string =>
    `${lane.title}  ·  ${words('scene', 'lane.chains', { count: lane.chains.length })}`;
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

/** The words of a picture that is drawn elsewhere: as SVG, Mermaid or DOT. */
export const sceneSay = (words: Words) => ({
  kind: (kind: string): string => kindName(words, kind),
  title: (node: SceneNode): string => nodeTitle(words, node),
  origin: (origin: SceneNode['origin']): string => (origin === 'input' ? '' : words('scene', `origin.${origin}.short`)),
  note: (code: string): string => codeNote(words, code),
  rowNote: (row: SceneRow): string => rowNote(words, row),
  change: (change: 'added' | 'removed' | 'changed'): string => words('scene', `change.${change}`),
  lane: laneTitle(words),
  group: groupTitle(words),
});

/** What stands over the picture of a chain: which it is, and how it fares. */
export const captionOf = (
  words: Words,
  chain: { id: string; status: Status; verdict: { code: string | null; params: Params } },
): { title: string; text: string } => ({
  title: chain.id,
  text: `${words('chain', `status.${chain.status}`)}: ${verdictText(words, chain.status, chain.verdict)}`,
});
export const overviewCaption = (words: Words, scene: Scene): { title: string; text: string } => ({
  title: words('app', 'picture.all', { count: scene.chains.length }),
  text: words('scene', 'group.lanes', { count: scene.lanes.length }),
});
