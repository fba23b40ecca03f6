import type { Chain } from '../chain/index.ts';
import type { Workload } from '../cluster/index.ts';
import { type Listener, listenersAt, listenersOf } from '../listen/index.ts';
import type { Container, WorkloadObject } from '../objects/index.ts';
import { type PatchInput, refuse } from './input.ts';
import type { Refusal } from './types.ts';

/** A pod port that a plan changes: whose it is, and who listens there. */
export interface Site {
  workload: Workload;
  /** The object that holds the pod template. */
  owner: WorkloadObject;
  number: number;
  /** Everyone in the pod. */
  listeners: readonly Listener[];
  /** TCP listeners on the port. */
  here: readonly Listener[];
  /** The token-checking proxy among them. */
  proxy: Listener | null;
  /** What the chain asks it in. */
  asked: string | null;
}

/** What changes together: endpoints that share a target share a scheme, and so do all the targets of an endpoint. */
export interface Scope {
  chains: Chain[];
  sites: Site[];
}

export function scopeOf(input: PatchInput, start: Chain): Scope | Refusal {
  if (start.targets.length === 0) return refuse('no-target', { reason: start.first ?? '' });
  const byPort = new Map<string, Chain[]>();
  const portKey = (t: Chain['targets'][number]): string => `${t.workload}:${t.number}`;
  for (const chain of input.chains) {
    for (const key of new Set(chain.targets.filter((t) => t.workload !== null).map(portKey)))
      byPort.set(key, [...(byPort.get(key) ?? []), chain]);
  }
  const chains = new Set([start]);
  const sites = new Map<string, Site>();
  // A Set visits what is added while it is walked.
  for (const chain of chains) {
    for (const target of chain.targets) {
      const key = portKey(target);
      if (sites.has(key)) continue;
      const site = siteOf(input, target, chain.scheme);
      if ('code' in site) return site;
      sites.set(key, site);
      for (const other of byPort.get(key) ?? []) chains.add(other);
    }
  }
  return { chains: [...chains], sites: [...sites.values()] };
}

function siteOf(input: PatchInput, target: Chain['targets'][number], asked: string | null): Site | Refusal {
  const { cluster } = input;
  const workload = cluster.workloads.find((w) => w.id === target.workload);
  if (!workload || target.number === null) {
    const service = target.service ?? '';
    return target.providedBy === null ? refuse('no-pods', { service }) : refuse('leaves-input', { service, by: target.providedBy });
  }
  // Running pods stay as they are until somebody remakes them, so what comes of an edit cannot be read from them.
  if (workload.generatedBy !== null && workload.live.length > 0)
    return refuse('live-pods', { workload: workload.id, resource: workload.generatedBy });
  if (workload.generatedBy !== null) return refuse('operator-generated', { workload: workload.id, resource: workload.generatedBy });
  const owner = cluster.objects.get(workload.id);
  // Pods that somebody made are made anew, whatever is written in a copy of them.
  if (!owner || !('podPath' in owner) || (owner.kind === 'Pod' && owner.owner !== null))
    return refuse('no-template', { workload: workload.id });
  const listeners = listenersOf(workload, cluster);
  const here = listenersAt(listeners, target.number);
  const proxy = here.find((l) => l.authorizes) ?? null;
  return { workload, owner, number: target.number, listeners, here, proxy, asked };
}

export const containerOf = (site: Site, name: string): Container | null =>
  site.owner.pod.containers.find((c) => c.name === name && c.path !== null) ?? null;
