import type { Said, Target } from '../chain/index.ts';
import type { Cluster, Workload } from '../cluster/index.ts';
import { type Conflict, conflictsOf, describe, type Listener, listenersOf } from '../listen/index.ts';
import { said } from './said.ts';

/** One state of affairs in a pod's network: who listens, and what has to be so. */
export interface World {
  listeners: readonly Listener[];
  /** null: nothing is open. */
  when: Said | null;
}

/**
 * Two processes that want one port: whoever binds first lives, the other exits and takes its other ports along
 * (outcomes.md 2). Which of them it is cannot be told, so both worlds are looked at.
 */
export function worldsOf(cluster: Cluster, workload: Workload, target: Target | null): World[] {
  const own = listenersOf(workload, cluster);
  const conflict = target?.conflict ?? conflictsOf(own)[0] ?? null;
  if (!conflict) return [{ listeners: own, when: null }];
  const { first, second } = conflict;
  return [
    { listeners: without(own, second, first), when: bindsFirst(first, second, conflict) },
    { listeners: without(own, first, second), when: bindsFirst(second, first, conflict) },
  ];
}

/** A process is gone with all it opened; one of another workload on the node may be who lives. */
function without(own: readonly Listener[], gone: Listener, lives: Listener): Listener[] {
  const inPod = own.includes(gone);
  const left = own.filter((l) => !inPod || l.container !== gone.container);
  return left.includes(lives) || own.includes(lives) ? left : [...left, lives];
}

const bindsFirst = (first: Listener, second: Listener, { port }: Conflict): Said =>
  said(
    'when.first',
    { first: describe(first), second: describe(second), a: first.container, b: second.container, port },
    first.at,
    second.at,
  );
