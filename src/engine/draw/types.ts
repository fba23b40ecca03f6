import type { Change, SceneGroup, SceneLane, SceneNode, SceneRow } from '../scene/index.ts';

/** The words of a picture in one language; Kubernetes terms are in the scene already. */
export interface Say {
  kind: (kind: string) => string;
  title: (node: SceneNode) => string;
  /** Who makes a node, in a word; '' for the input. */
  origin: (origin: SceneNode['origin']) => string;
  note: (code: string) => string;
  rowNote: (row: SceneRow) => string;
  change: (change: NonNullable<Change>) => string;
  lane: (lane: SceneLane) => string;
  group: (group: SceneGroup) => string;
}

/** What stands over a picture. */
export interface Caption {
  /** Of what it is a picture. */
  title: string;
  /** How that fares, in a sentence. */
  text: string;
}
