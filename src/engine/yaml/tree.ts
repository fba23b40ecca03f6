/**
 * The syntax of one document with offsets: what reading, locating and editing share.
 * Nodes of the `yaml` package are turned into these and never leave the folder.
 */
export type TreeNode = ScalarNode | MapNode | SeqNode | AliasNode;
interface Base {
  start: number;
  end: number;
  /** Where the anchor and tag in front of it begin; `start` when there are none. */
  lead: number;
  anchor: string | null;
  tag: string | null;
}
export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';
export interface ScalarNode extends Base {
  type: 'scalar';
  style: ScalarStyle;
  /** The text with quotes, escapes, folding and indentation undone. */
  text: string;
  /** Block scalars: the end with the line breaks that belong to them; otherwise `end`. */
  outer: number;
}
export interface MapNode extends Base {
  type: 'map';
  flow: boolean;
  entries: Entry[];
}
export interface SeqNode extends Base {
  type: 'seq';
  flow: boolean;
  items: Item[];
}
export interface AliasNode extends Base {
  type: 'alias';
  name: string;
}
export interface Entry {
  key: TreeNode;
  value: TreeNode;
  /** Offset of the colon; -1 when there is none. */
  colon: number;
}
export interface Item {
  /** Offset of the dash; start of the value in flow style. */
  mark: number;
  value: TreeNode;
}

export interface Tree {
  root: TreeNode | null;
  errors: SyntaxProblem[];
  /** Offset where the document went deeper than allowed and reading stopped. */
  tooDeepAt: number | null;
  /** Offset of a second document in the same text. */
  secondAt: number | null;
}
export interface SyntaxProblem {
  start: number;
  end: number;
  code: string;
  message: string;
}
