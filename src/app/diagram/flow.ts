import { type Edge, type Node, Position } from '@xyflow/react';
import {
  type Route,
  routesOf,
  type Scene,
  type SceneEdge,
  type SceneGroup,
  type SceneLane,
  type SceneNode,
} from '../../engine/scene/index.ts';
import type { Walk } from './walk.ts';

export type BoxNode = Node<{ node: SceneNode }, 'box'>;
export type LaneNode = Node<{ lane: SceneLane /** Under the heading of its namespace. */; nested: boolean }, 'lane'>;
export type HeadingNode = Node<{ group: SceneGroup }, 'heading'>;
export type WireEdge = Edge<{ edge: SceneEdge; route: Route }, 'wire'>;

/** xyflow describes what it draws in English; our own elements carry the words. */
const SILENT = { 'aria-roledescription': undefined };
const STILL = {
  draggable: false,
  selectable: false,
  focusable: false,
  connectable: false,
  deletable: false,
  domAttributes: SILENT,
} as const;

export interface Flow {
  nodes: (BoxNode | LaneNode | HeadingNode)[];
  edges: WireEdge[];
}

/** The scene as xyflow takes it: sizes and handles known beforehand, so that edges are painted at once. `nested`: its lanes stand under headings. */
export function flowOf(scene: Scene, walk: Walk, nested = scene.groups.length > 0): Flow {
  const byId = new Map(scene.nodes.map((n) => [n.id, n]));
  const headings = scene.groups.map(headingOf);
  const lanes = scene.lanes.map((lane): LaneNode => ({ id: `lane ${lane.id}`, type: 'lane', data: { lane, nested }, ...band(lane) }));
  const boxes = walk.nodes.flatMap((id): BoxNode[] => {
    const node = byId.get(id);
    if (!node) return [];
    const size = { width: node.width, height: node.height };
    return [
      {
        id,
        type: 'box',
        position: { x: node.x, y: node.y },
        data: { node },
        zIndex: node.role === 'pod' ? 0 : 2,
        style: HIT,
        handles: [
          { type: 'target', position: Position.Left, x: 0, y: node.height / 2, width: 1, height: 1 },
          { type: 'source', position: Position.Right, x: node.width, y: node.height / 2, width: 1, height: 1 },
        ],
        measured: size,
        ...size,
        ...STILL,
      },
    ];
  });
  const routes = routesOf(scene);
  const edges = scene.edges.flatMap((edge): WireEdge[] => {
    const route = routes.get(edge.id);
    if (!route) return [];
    return [
      {
        id: edge.id,
        type: 'wire',
        source: edge.from.node,
        target: edge.to.node,
        data: { edge, route },
        zIndex: 1,
        ariaRole: 'presentation',
        ariaLabel: null as never,
        domAttributes: SILENT,
        selectable: false,
        focusable: false,
      },
    ];
  });
  return { nodes: [...headings, ...lanes, ...boxes], edges };
}

export const headingOf = (group: SceneGroup): HeadingNode => ({ id: group.id, type: 'heading', data: { group }, ...band(group) });

/** xyflow lets the pointer through what cannot be dragged; this can be pressed all the same. */
export const HIT = { pointerEvents: 'all' } as const;

/** What lies behind the boxes; its own buttons can be hit all the same. */
function band({ x, y, width, height }: Pick<SceneLane, 'x' | 'y' | 'width' | 'height'>) {
  const size = { width, height };
  return { position: { x, y }, zIndex: -1, measured: size, ...size, ...STILL };
}
