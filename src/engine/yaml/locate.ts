import { compose } from './compose.ts';
import { READ_LIMITS } from './read.ts';
import type { AliasNode, Entry, MapNode, Tree, TreeNode } from './tree.ts';
import type { Path, Span } from './types.ts';
import { isMerge, scalarValue } from './value.ts';

export interface LineCol {
  /** 1-based. */
  line: number;
  col: number;
}

/** Finds places in one document's text. Parses it once, on the first question. Never throws. */
export interface Locator {
  /** The exact source of a key or value, anchors and tags left out; null when the path does not exist. */
  span(path: Path, part: 'key' | 'value'): Span | null;
  /** The longest part of the path that exists; the start of the document when nothing does. */
  nearest(path: Path): Span;
  lineCol(offset: number): LineCol;
  /** The syntax tree, for edits. */
  tree(): Tree;
}

/** A step on the way to a value: where it was found, and whether an alias or `<<` was passed to get there. */
export interface Found {
  node: TreeNode;
  /** The collection that holds it, and its place there; null for the root. */
  parent: TreeNode | null;
  index: number;
  entry: Entry | null;
  /** The collections passed on the way, from the root on. */
  trail: Exclude<TreeNode, AliasNode>[];
  /** True when the text lies elsewhere than where the path reads: behind an alias or a merge. */
  shared: boolean;
}

export function createLocator(text: string): Locator {
  let tree: Tree | null = null;
  let lines: number[] | null = null;
  const getTree = (): Tree => {
    tree ??= safeTree(text);
    return tree;
  };
  const span = (path: Path, part: 'key' | 'value'): Span | null => {
    const t = getTree();
    const found = t.root && find(t.root, path);
    if (!found) return null;
    const node = part === 'key' && found.entry ? found.entry.key : found.node;
    return { start: node.start, end: node.end };
  };
  return {
    span,
    nearest(path) {
      for (let n = path.length; n >= 0; n--) {
        const found = span(path.slice(0, n), n === path.length || n === 0 ? 'value' : 'key');
        if (found) return found;
      }
      return { start: 0, end: 0 };
    },
    lineCol(offset) {
      lines ??= lineStarts(text);
      return lineColAt(lines, offset);
    },
    tree: getTree,
  };
}

function safeTree(text: string): Tree {
  try {
    return compose(text, READ_LIMITS.depth);
  } catch {
    return { root: null, errors: [], tooDeepAt: null, secondAt: null };
  }
}

/** Walks a path from the root; null when a step does not exist. */
export function find(root: TreeNode, path: Path): Found | null {
  const trail: Found['trail'] = [];
  let found: Found = { node: root, parent: null, index: 0, entry: null, trail, shared: false };
  for (const step of path) {
    const holder = target(root, found.node);
    if (!holder) return null;
    const shared = found.shared || holder !== found.node;
    const next = child(root, holder, step);
    if (!next) return null;
    trail.push(holder);
    found = { ...next, trail, shared: shared || next.shared };
  }
  return found;
}

type Step = Omit<Found, 'trail'>;

function child(root: TreeNode, holder: TreeNode, step: string | number): Step | null {
  if (holder.type === 'seq') {
    const item = holder.items[Number(step)];
    return item ? { node: item.value, parent: holder, index: Number(step), entry: null, shared: false } : null;
  }
  return holder.type === 'map' ? inMap(root, holder, String(step), 0) : null;
}

/** The entry that gives a key its value: as kubectl reads, the last one, `<<` standing for the keys it brings. */
function inMap(root: TreeNode, map: MapNode, key: string, depth: number): Step | null {
  if (depth > 20) return null;
  for (let i = map.entries.length - 1; i >= 0; i--) {
    const entry = map.entries[i] as Entry;
    if (isMerge(entry.key)) {
      const merged = inMerge(root, entry.value, key, depth);
      if (merged) return { ...merged, shared: true };
    } else if (keyText(entry.key, root) === key) return { node: entry.value, parent: map, index: i, entry, shared: false };
  }
  return null;
}

function inMerge(root: TreeNode, value: TreeNode, key: string, depth: number): Step | null {
  const node = target(root, value);
  const sources = node?.type === 'seq' ? node.items.map((i) => target(root, i.value)) : [node];
  for (const source of sources) {
    const found = source?.type === 'map' ? inMap(root, source, key, depth + 1) : null;
    if (found) return found;
  }
  return null;
}

/** The key of an entry as `readValue` names it. */
export function keyText(key: TreeNode, root: TreeNode): string | null {
  const node = target(root, key);
  if (node?.type !== 'scalar') return null;
  const value = scalarValue(node);
  return value === null ? node.text : String(value);
}

/** What an alias stands for: the last node before it with that anchor. */
function target(root: TreeNode, node: TreeNode): Exclude<TreeNode, AliasNode> | null {
  if (node.type !== 'alias') return node;
  let best: Exclude<TreeNode, AliasNode> | null = null;
  const visit = (n: TreeNode): void => {
    if (n.start >= node.start || n.type === 'alias') return;
    if (n.anchor === node.name) best = n;
    if (n.type === 'seq') for (const i of n.items) visit(i.value);
    else if (n.type === 'map') {
      for (const e of n.entries) {
        visit(e.key);
        visit(e.value);
      }
    }
  };
  visit(root);
  return best;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lineColAt(starts: number[], offset: number): LineCol {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const mid = (low + high + 1) >> 1;
    if ((starts[mid] as number) <= offset) low = mid;
    else high = mid - 1;
  }
  return { line: low + 1, col: offset - (starts[low] as number) + 1 };
}
