import { createLocator, type Found, find, type Locator } from '../locate.ts';
import type { TreeNode } from '../tree.ts';
import type { Path } from '../types.ts';
import { type DocStyle, detectStyle } from './style.ts';
import type { EditReason } from './types.ts';

/** One document, parsed and its habits known; all operations of a batch share it. */
export interface EditContext {
  text: string;
  root: TreeNode;
  style: DocStyle;
}

/** What keeps an operation from being done; caught where a batch is put together. */
export class Refusal extends Error {
  readonly reason: EditReason;
  readonly path: Path;
  constructor(reason: EditReason, path: Path) {
    super(reason);
    this.reason = reason;
    this.path = path;
  }
}

const contexts = new WeakMap<Locator, EditContext>();

export function openContext(text: string, locator: Locator = createLocator(text)): EditContext {
  const known = contexts.get(locator);
  if (known && known.text === text) return known;
  const tree = locator.tree();
  if (!tree.root || tree.errors.length > 0 || tree.tooDeepAt !== null || tree.secondAt !== null) throw new Refusal('unreadable', []);
  const context = { text, root: tree.root, style: detectStyle(text, tree.root) };
  contexts.set(locator, context);
  return context;
}

/** Finds what an operation is about, and refuses text that is read in more places than this one. */
export function resolve(c: EditContext, path: Path): Found {
  const found = find(c.root, path);
  if (!found) throw new Refusal('not-found', path);
  if (found.shared) throw new Refusal('shared', path);
  for (const { anchor } of [...found.trail, found.node]) {
    if (anchor !== null && hasAlias(c.root, anchor)) throw new Refusal('shared', path);
  }
  return found;
}

function hasAlias(node: TreeNode, name: string): boolean {
  if (node.type === 'alias') return node.name === name;
  if (node.type === 'seq') return node.items.some((i) => hasAlias(i.value, name));
  return node.type === 'map' && node.entries.some((e) => hasAlias(e.key, name) || hasAlias(e.value, name));
}

/** True when what was found lies inside `{}` or `[]`. */
export function inFlow(found: Found): boolean {
  return found.trail.some((node) => node.type !== 'scalar' && node.flow);
}
