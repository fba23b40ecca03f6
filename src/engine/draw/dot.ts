import type { Scene, SceneEdge } from '../scene/index.ts';
import { edgeText, namesOf, type Part, partsOf } from './parts.ts';
import type { Caption, Say } from './types.ts';

const STYLE: Record<SceneEdge['state'], string> = {
  ok: '',
  broken: ', style=dashed, penwidth=2.5, color="#b3261e", fontcolor="#b3261e"',
  unknown: ', style=dotted, penwidth=2',
  'not-enforced': ', style=dashed',
};

/** A scene in the DOT language of Graphviz. Labels are quoted strings; nothing of the input is read as markup. */
export function dotOf(scene: Scene, { say, caption }: { say: Say; caption: Caption }): string {
  const roots = partsOf(scene, say);
  const names = namesOf(roots);
  const firstIn = firstInside(roots);
  const line = (e: SceneEdge): string[] => {
    const [from, to] = [names.get(e.from.node), names.get(e.to.node)];
    if (from === undefined || to === undefined) return [];
    // Graphviz has no edges to clusters: to a node in it, ending at its frame.
    const tail = firstIn.get(from);
    const head = firstIn.get(to);
    const clip = `${tail ? `, ltail="cluster_${from}"` : ''}${head ? `, lhead="cluster_${to}"` : ''}`;
    return [`  ${tail ?? from} -> ${head ?? to} [label=${quoted(edgeText(e))}${STYLE[e.state]}${clip}];`];
  };
  return [
    'digraph linkchain {',
    '  graph [rankdir=LR, compound=true, fontname="sans-serif", labelloc=t, labeljust=l,',
    `    label=${quoted(`${caption.title}\n${caption.text}`)}];`,
    '  node [shape=box, style=rounded, fontname="sans-serif", fontsize=11];',
    '  edge [fontname="monospace", fontsize=10];',
    ...roots.flatMap((part) => block(part, '  ')),
    ...scene.edges.flatMap(line),
    '}',
    '',
  ].join('\n');
}

function block(part: Part, indent: string): string[] {
  const label = quoted(part.lines.join('\n'));
  const missing = part.node.origin === 'missing' ? ', style="rounded,dashed"' : '';
  if (part.inside.length === 0) return [`${indent}${part.name} [label=${label}${missing}];`];
  return [
    `${indent}subgraph cluster_${part.name} {`,
    `${indent}  label=${label};`,
    ...part.inside.flatMap((p) => block(p, `${indent}  `)),
    `${indent}}`,
  ];
}

/** Clusters by name, with a node inside to tie edges to. */
function firstInside(roots: readonly Part[]): Map<string, string> {
  const first = new Map<string, string>();
  const walk = (part: Part): string => {
    const [below] = part.inside.map(walk);
    if (below !== undefined) first.set(part.name, below);
    return below ?? part.name;
  };
  for (const root of roots) walk(root);
  return first;
}

/** Line breaks are `\l`: lines stand at the left. */
const quoted = (text: string): string => {
  const lines = text.replace(/[\\"]/g, '\\$&').split('\n');
  return `"${lines.length === 1 ? lines[0] : `${lines.join('\\l')}\\l`}"`;
};
