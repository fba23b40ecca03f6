import type { MapNode, SeqNode, TreeNode } from '../tree.ts';
import type { Path, TextEdit } from '../types.ts';
import { type EditContext, Refusal, resolve } from './context.ts';
import { columnOf, endOfLines, isInline, lineAfter, lineStart, pastInnerComments, withComments } from './lines.ts';

type Collection = MapNode | SeqNode;
interface Child {
  start: number;
  end: number;
  value: TreeNode;
}
interface Removal {
  path: Path;
  gone: Set<number>;
  removeEmpty: boolean;
}

export type Removals = Map<Collection, Removal>;

/** What goes from which collection, and which parents go with their last child; judged together. */
export function planRemovals(c: EditContext, targets: { path: Path; emptyParent?: 'keep' | 'remove' }[]): Removals {
  const removals: Removals = new Map();
  const add = (path: Path, removeEmpty: boolean): void => {
    const { parent, index } = resolve(c, path);
    if (!parent || (parent.type !== 'map' && parent.type !== 'seq')) throw new Refusal('not-found', path);
    const removal = removals.get(parent) ?? { path: path.slice(0, -1), gone: new Set(), removeEmpty: false };
    removal.gone.add(index);
    removal.removeEmpty ||= removeEmpty;
    removals.set(parent, removal);
    if (!removal.removeEmpty || removal.gone.size < childrenOf(parent).length || removal.path.length === 0) return;
    removals.delete(parent);
    add(removal.path, true);
  };
  // What lies inside something that goes anyway is not asked again.
  const outer = targets.filter(({ path }) => !targets.some((other) => other.path.length < path.length && startsWith(path, other.path)));
  for (const target of outer) add(target.path, target.emptyParent === 'remove');
  return removals;
}

export function removeEdits(c: EditContext, removals: Removals): TextEdit[] {
  return [...removals].filter(([node]) => !isInsideRemoved(node, removals)).flatMap(([node, removal]) => removeFrom(c, node, removal));
}

export const startsWith = (path: Path, head: Path): boolean => head.every((step, i) => step === path[i]);

function isInsideRemoved(node: Collection, removals: Removals): boolean {
  for (const [other, { gone }] of removals) {
    if (other === node) continue;
    const children = childrenOf(other);
    for (const i of gone) {
      const child = children[i];
      if (child && child.start <= node.start && node.end <= child.end) return true;
    }
  }
  return false;
}

export function childrenOf(node: Collection): Child[] {
  if (node.type === 'seq') return node.items.map(({ mark, value }) => ({ start: mark, end: Math.max(value.end, mark), value }));
  return node.entries.map(({ key, value, colon }) => ({ start: key.lead, end: Math.max(value.end, colon + 1, key.end), value }));
}

function removeFrom(c: EditContext, node: Collection, { gone, path }: Removal): TextEdit[] {
  const children = childrenOf(node);
  if (gone.size === children.length) return [emptied(c, node, children, path)].flat();
  const edits: TextEdit[] = [];
  for (let i = 0; i < children.length; i++) {
    if (!gone.has(i)) continue;
    let last = i;
    while (gone.has(last + 1)) last++;
    edits.push(node.flow ? cutFlow(children, i, last) : cutLines(c.text, children, i, last));
    i = last;
  }
  return edits;
}

const cut = (start: number, end: number): TextEdit => ({ start, end, text: '' });

/** With one comma: the one behind, or, at the end, the one in front. */
function cutFlow(children: Child[], first: number, last: number): TextEdit {
  const next = children[last + 1];
  if (next) return cut((children[first] as Child).start, next.start);
  return cut((children[first - 1] as Child).end, (children[last] as Child).end);
}

function cutLines(text: string, children: Child[], first: number, last: number): TextEdit {
  const from = (children[first] as Child).start;
  const column = columnOf(text, from);
  const end = pastInnerComments(text, endOfLines(text, (children[last] as Child).value), column);
  if (!isInline(text, from)) return cut(withComments(text, lineStart(text, from), column), end);
  // `- name: x` stays `- `, and what follows moves up behind the dash.
  let next = end;
  while (next < text.length && /[ \r\n]/.test(text[next] as string)) next++;
  return cut(from, next);
}

/** Nothing is left: `{}` or `[]` stands for the collection, on the line of its key or dash. */
function emptied(c: EditContext, node: Collection, children: Child[], path: Path): TextEdit[] {
  const text = c.text;
  const sign = node.type === 'map' ? '{}' : '[]';
  const first = children[0] as Child;
  if (node.flow) return [cut(node.start + 1, node.end - 1)];
  if (node.lead < node.start) throw new Refusal('tagged', path);
  const column = columnOf(text, first.start);
  const end = pastInnerComments(text, endOfLines(text, (children.at(-1) as Child).value), column);
  if (isInline(text, first.start) || path.length === 0) {
    const hasBreak = end > 0 && text[end - 1] === '\n';
    return [{ start: first.start, end, text: sign + (hasBreak ? c.style.eol : '') }];
  }
  const { entry, parent, index } = resolve(c, path);
  const item = parent?.type === 'seq' ? parent.items[index] : undefined;
  const head = entry ? entry.colon + 1 : (item?.mark ?? 0) + 1;
  const start = Math.max(withComments(text, lineStart(text, first.start), column), lineAfter(text, head));
  return [{ start: head, end: head, text: ` ${sign}` }, cut(start, end)];
}
