import type { SceneEdge, SceneNode } from '../types.ts';

/** Edges by the node they enter and leave, inner nodes counted as the box they stand in. Built once. */
export interface Ties {
  into: ReadonlyMap<string, readonly Tie[]>;
  outOf: ReadonlyMap<string, readonly Tie[]>;
}
export interface Tie {
  node: string;
  /** Where it ties to that node, between 0 and 1 from top to bottom. */
  offset: number;
}

export function tiesOf(nodes: ReadonlyMap<string, SceneNode>, edges: readonly SceneEdge[], rootOf: (id: string) => string): Ties {
  const into = new Map<string, Tie[]>();
  const outOf = new Map<string, Tie[]>();
  const add = (map: Map<string, Tie[]>, key: string, tie: Tie) => {
    const list = map.get(key);
    if (list) list.push(tie);
    else map.set(key, [tie]);
  };
  const offset = ({ node, row }: SceneEdge['from']): number => {
    const rows = nodes.get(node)?.rows ?? [];
    const index = row === null ? -1 : rows.findIndex((r) => r.id === row);
    return (index + 1) / (rows.length + 1);
  };
  for (const e of edges) {
    if (e.kind !== 'chain') continue;
    const from = rootOf(e.from.node);
    const to = rootOf(e.to.node);
    if (from === to) {
      add(into, e.to.node, { node: e.from.node, offset: offset(e.from) });
      continue;
    }
    add(into, to, { node: from, offset: offset(e.from) });
    add(outOf, from, { node: to, offset: offset(e.to) });
  }
  return { into, outOf };
}

/** Barycentre ordering of one column against those already ordered; ties and loners keep the order of their ids. */
export function orderColumn(nodes: readonly SceneNode[], ties: Ties, placed: ReadonlyMap<string, number>): SceneNode[] {
  const weight = new Map<string, number>();
  for (const node of nodes) {
    const known = (ties.into.get(node.id) ?? []).flatMap((t) => {
      const at = placed.get(t.node);
      return at === undefined ? [] : [at + t.offset];
    });
    weight.set(node.id, known.length === 0 ? Number.MAX_SAFE_INTEGER : known.reduce((a, b) => a + b, 0) / known.length);
  }
  return [...nodes].sort((a, b) => (weight.get(a.id) ?? 0) - (weight.get(b.id) ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
