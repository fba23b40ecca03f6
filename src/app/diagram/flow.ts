import { type Edge, type Node, Position } from '@xyflow/react';
import { type Route, routesOf, type Scene, type SceneEdge, type SceneNode } from '../../engine/scene/index.ts';
import type { Walk } from './walk.ts';

export type BoxNode = Node<{ node: SceneNode }, 'box'>;
export type LaneNode = Node<{ lane: Scene['lanes'][number] }, 'lane'>;
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

/** The scene as xyflow takes it: sizes and handles known beforehand, so that edges are painted at once. */
export function flowOf(scene: Scene, walk: Walk): { nodes: (BoxNode | LaneNode)[]; edges: WireEdge[] } {
  const byId = new Map(scene.nodes.map((n) => [n.id, n]));
  const lanes = scene.lanes.map((lane): LaneNode => {
    const size = { width: scene.width, height: lane.height };
    return {
      id: `lane ${lane.id}`,
      type: 'lane',
      position: { x: 0, y: lane.y },
      data: { lane },
      zIndex: -1,
      measured: size,
      ...size,
      ...STILL,
    };
  });
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
        style: { pointerEvents: 'all' },
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
  return { nodes: [...lanes, ...boxes], edges };
}
