import type { Scene, SceneEdge } from '../scene/index.ts';
import { edgeText, namesOf, type Part, partsOf } from './parts.ts';
import type { Caption, Say } from './types.ts';

/** A scene as a Mermaid flowchart, for Markdown. Every sign of the input that Mermaid could read as its own is an entity. */
export function mermaidOf(scene: Scene, { say, caption }: { say: Say; caption: Caption }): string {
  const roots = partsOf(scene, say);
  const names = namesOf(roots);
  const edges = scene.edges.filter((e) => names.has(e.from.node) && names.has(e.to.node));
  const line = (e: SceneEdge): string => {
    const label = edgeText(e);
    const arrow = e.state === 'ok' ? '-->' : '-.->';
    return `  ${names.get(e.from.node)} ${arrow}${label === '' ? '' : `|"${entities(label)}"|`} ${names.get(e.to.node)}`;
  };
  const broken = edges.flatMap((e, i) => (e.state === 'broken' ? [i] : []));
  return [
    'flowchart LR',
    `  accTitle: ${plain(caption.title)}`,
    `  accDescr: ${plain(caption.text)}`,
    ...roots.flatMap((part) => block(part, '  ')),
    ...edges.map(line),
    ...(broken.length > 0 ? [`  linkStyle ${broken.join(',')} stroke:#b3261e,stroke-width:3px`] : []),
    '',
  ].join('\n');
}

/** A node; what other nodes stand in is a subgraph. */
function block(part: Part, indent: string): string[] {
  const label = `"${part.lines.map(entities).join('<br/>')}"`;
  if (part.inside.length === 0) {
    const [open, close] = part.node.role === 'listener' || part.node.role === 'upstream' ? ['(', ')'] : ['[', ']'];
    return [`${indent}${part.name}${open}${label}${close}`];
  }
  return [`${indent}subgraph ${part.name}[${label}]`, ...part.inside.flatMap((p) => block(p, `${indent}  `)), `${indent}end`];
}

const entities = (text: string): string => text.replace(/[^\p{L}\p{N} .,:/→·✓✕◇+−~…-]/gu, (c) => `#${c.codePointAt(0)};`);
/** These lines know no entities. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N} .,:/→·-]/gu, ' ').trim() || '-';
