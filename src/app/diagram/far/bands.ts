import type { Scene, SceneLane } from '../../../engine/scene/index.ts';

/** One lane as a scene of its own, where it stands in the whole. */
export interface Band {
  lane: SceneLane;
  scene: Scene;
}

/** An overview lane by lane: what is worked out for a lane is worked out when it comes near. */
export function bandsOf(scene: Scene): Band[] {
  const bands = new Map<string, Band>(
    scene.lanes.map((lane) => [
      lane.id,
      { lane, scene: { ...scene, chains: lane.chains, lanes: [lane], groups: [], nodes: [], edges: [] } },
    ]),
  );
  const laneOf = new Map<string, string>();
  for (const node of scene.nodes) {
    if (node.lane === undefined) continue;
    bands.get(node.lane)?.scene.nodes.push(node);
    laneOf.set(node.id, node.lane);
  }
  for (const edge of scene.edges) bands.get(laneOf.get(edge.from.node) ?? '')?.scene.edges.push(edge);
  return [...bands.values()];
}
