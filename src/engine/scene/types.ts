import type { LinkState, Status } from '../chain/index.ts';
import type { At } from '../yaml/index.ts';

/** Columns from left to right. Guards (policies, service accounts, RBAC) stand under the column they guard. */
export const COLUMNS = ['prometheus', 'endpoint', 'service', 'pod', 'listener', 'upstream'] as const;
export type ColumnRole = (typeof COLUMNS)[number];
export type NodeRole = ColumnRole | 'container' | 'policy' | 'service-account' | 'rbac' | 'client' | 'reference' | 'missing';

/** A port, argument or rule inside a node; edges end on rows. */
export interface SceneRow {
  id: string;
  /** `https`, `:9100`, `--upstream`: Kubernetes terms, untranslated. */
  text: string;
  /** `→ https`, `9100/TCP`, shown after the text in a quieter voice. */
  detail: string;
  at: At | null;
  state: LinkState;
  /** The scrape path runs through this row. */
  used?: boolean;
  /** What the row speaks, drawn as a lock. */
  scheme?: 'http' | 'https' | null;
  /** A key of the words area `scene` (`row.…`) or `chain` (`near.…`): what is to be said of the row. */
  code?: string;
  /** Set in a before/after picture. */
  change?: Change;
}
export type Change = 'added' | 'removed' | 'changed' | null;
export interface SceneNode {
  id: string;
  role: NodeRole;
  /** Kubernetes kind, or 'process'. */
  kind: string;
  title: string;
  subtitle: string;
  rows: SceneRow[];
  /**
   * Who makes it: drawn visibly different. `outside`: an address the input knows nothing of; `missing`: nothing in the input
   * answers; `absent`: named, and simply not in the input.
   */
  origin: 'input' | 'operator' | 'cluster' | 'outside' | 'missing' | 'absent';
  state: LinkState;
  /** Warning and reason codes to show on the node, with words. */
  codes: string[];
  object: string | null;
  at: At | null;
  /** Node id of the pod a container or process stands in. */
  parent: string | null;
  /** Where it stands when the role alone does not tell: missing ends. */
  column?: ColumnRole;
  /** Guards: the node they judge, under which they are drawn. */
  guards?: string;
  /** Overviews: id of the lane it stands in. */
  lane?: string;
  /** Set in a before/after picture. */
  change: Change;
  x: number;
  y: number;
  width: number;
  height: number;
}
export interface SceneEdge {
  id: string;
  from: { node: string; row: string | null };
  to: { node: string; row: string | null };
  label: string;
  scheme: 'http' | 'https' | null;
  state: LinkState;
  codes: string[];
  /** `Link.id` in its chain. */
  link: string;
  chain: string;
  /** `chain`: the scrape path; `guard`: a policy or right that judges it. */
  kind: 'chain' | 'guard';
  change: Change;
}
/** A band of an overview: what belongs to one workload, or to what provides its targets, or to a monitor without any. */
export interface SceneLane {
  id: string;
  title: string;
  /** `Kind/namespace/name` of the workload whose own picture shows all of it; null where there is none. */
  workload: string | null;
  /** Namespace under which it stands. */
  group: string;
  status: Status;
  chains: string[];
  x: number;
  y: number;
  width: number;
  height: number;
}
/** Heading of a namespace over its lanes; `again` at the top of a further column. A folded one stands for its lanes. */
export interface SceneGroup {
  id: string;
  namespace: string;
  again: boolean;
  folded: boolean;
  status: Status;
  /** Counts of the whole namespace. */
  lanes: number;
  chains: number;
  x: number;
  y: number;
  width: number;
  height: number;
}
/** One picture for the diagram, SVG and Mermaid: positions included, no framework. */
export interface Scene {
  chains: string[];
  nodes: SceneNode[];
  edges: SceneEdge[];
  columns: { role: ColumnRole; x: number; width: number }[];
  /** Overviews: in reading order, down the first column of bands, then down the next. Empty in other pictures. */
  lanes: SceneLane[];
  /** Overviews of several namespaces. */
  groups: SceneGroup[];
  width: number;
  height: number;
  /** Folded pictures: the line between the two halves, and how many edges turn there. */
  turn?: { y: number; edges: number };
}
