import { useDeferredValue, useMemo } from 'react';
import type { ChainRow } from '../../engine/api.ts';
import type { Access, Chain, Client, Link } from '../../engine/chain/index.ts';
import type { Finding } from '../../engine/checks/index.ts';
import type { Scene, SceneEdge, SceneNode, SceneRow } from '../../engine/scene/index.ts';
import { useAnswers, useInput, useView } from './hooks.ts';

/** The chosen chain as shown: as the files have it, or as the pending changes make it. */
export interface Shown {
  chain: Chain;
  scene: Scene | null;
  findings: readonly Finding[];
  access: readonly Access[];
  clients: readonly Client[];
  moment: 'before' | 'after';
}

/** The list answers a click at once; what is shown of the chain follows, in slices that let the next click through. */
export function useShown(): Shown | null {
  const id = useView((v) => v.chain);
  const moment = useView((v) => v.moment);
  const now = useAnswers((a) => a.chain);
  const preview = useAnswers((a) => a.preview);
  const hasGoal = useInput((i) => i.goals.some((g) => g.chain === id));
  const shown = useMemo(() => {
    if (moment === 'after' && hasGoal && preview) {
      const after = preview.chain?.id === id ? preview.chain : preview.preview.after.find((c) => c.id === id);
      const reached = preview.preview.goals.some((g, i) => g.chain === id && !preview.preview.refusals[i]);
      if (after && reached) {
        const scene = preview.chain?.id === id ? preview.scene : null;
        const { findings = [], access = [], clients = [] } = preview;
        return { chain: after, scene, findings, access, clients, moment };
      }
    }
    return now?.chain.id === id ? { ...now, moment: 'before' as const } : null;
  }, [id, moment, now, preview, hasGoal]);
  return useDeferredValue(shown);
}

export const useRow = (): ChainRow | null => {
  const id = useView((v) => v.chain);
  return useDeferredValue(useAnswers((a) => a.summary?.rows.find((r) => r.id === id) ?? null));
};

/** What the selected id names in a picture. */
export type Selected =
  | { kind: 'link'; link: Link; edge: SceneEdge | null }
  | { kind: 'edge'; edge: SceneEdge }
  | { kind: 'node'; node: SceneNode; row: SceneRow | null; edges: SceneEdge[] };

export const LINK = 'link:';

/** Edge, node or row of the scene by id; a link the picture does not draw by `link:` and its id. */
export function resolve(selection: string | null, scene: Scene | null, chain: Chain | null): Selected | null {
  if (selection === null) return null;
  const linkOf = (id: string) => chain?.links.find((l) => l.id === id);
  if (selection.startsWith(LINK)) {
    const link = linkOf(selection.slice(LINK.length));
    return link ? { kind: 'link', link, edge: null } : null;
  }
  const edge = scene?.edges.find((e) => e.id === selection);
  if (edge) {
    const link = edge.chain === chain?.id ? linkOf(edge.link) : undefined;
    if (link) return { kind: 'link', link, edge };
    // What stands around a chain is told by its box.
    return edge.link === '' ? resolve(edge.from.node, scene, chain) : { kind: 'edge', edge };
  }
  for (const node of scene?.nodes ?? []) {
    const row = node.rows.find((r) => r.id === selection) ?? null;
    if (node.id !== selection && !row) continue;
    const edges = scene?.edges.filter((e) =>
      row ? e.from.row === row.id || e.to.row === row.id : e.from.node === node.id || e.to.node === node.id,
    );
    return { kind: 'node', node, row, edges: edges ?? [] };
  }
  return null;
}

/** The id under which the picture (or the story alone) knows a link. */
export const selectionOf = (link: Link, scene: Scene | null): string =>
  scene?.edges.find((e) => e.link === link.id)?.id ?? `${LINK}${link.id}`;
