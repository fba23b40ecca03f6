export { dotOf } from './dot.ts';
export { mermaidOf } from './mermaid.ts';
export type { Theme } from './palette.ts';
export { svgOf } from './svg.ts';
export type * from './types.ts';
