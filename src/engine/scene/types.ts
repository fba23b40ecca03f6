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
/** One picture for the diagram, SVG and Mermaid: positions included, no framework. */
export interface Scene {
  chains: string[];
  nodes: SceneNode[];
  edges: SceneEdge[];
  columns: { role: ColumnRole; x: number; width: number }[];
  lanes: { id: string; title: string; y: number; height: number; status: Status; chains: string[] }[];
  width: number;
  height: number;
  /** Folded pictures: the line between the two halves, and how many edges turn there. */
  turn?: { y: number; edges: number };
}
