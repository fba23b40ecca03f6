import type { Cluster, Workload } from '../../cluster/index.ts';
import type { Listener } from '../../listen/index.ts';
import { podPortOf } from '../../scrape/index.ts';
import type { Chain } from '../types.ts';
import type { Asked, Client, PortUse, ServicePlace } from './types.ts';

/** A pod port that a chain scrapes, with every Service port that leads there. */
export interface Place {
  workload: Workload;
  number: number;
  /** Who answers there, where that is known. */
  listener: Listener | null;
  services: ServicePlace[];
}

/** The pod ports of a chain, each once. Services are looked at namespace by namespace, pods through their index. */
export function placesOf(cluster: Cluster, chain: Chain): Place[] {
  const places = new Map<string, Place>();
  for (const { workload: id, number, process, conflict } of chain.targets) {
    if (id === null || number === null || places.has(`${id} ${number}`)) continue;
    const workload = cluster.workloadsIn(id.split('/')[1] ?? '').find((w) => w.id === id);
    if (workload) places.set(`${id} ${number}`, { workload, number, listener: conflict ? null : process, services: [] });
  }
  for (const namespace of new Set([...places.values()].map((p) => p.workload.namespace)))
    for (const { service } of cluster.servicesIn(namespace)) {
      if (service.selector === null) continue;
      const pods = new Set(cluster.podsMatching(namespace, service.selector));
      for (const place of places.values()) {
        if (!pods.has(place.workload)) continue;
        const ports = service.ports.filter((p) => podPortOf(p, place.workload) === place.number);
        place.services.push(...ports.map((port) => ({ service, port, number: place.number })));
      }
    }
  return [...places.values()];
}

/** Whether a call by name reaches a Service port. */
export function reaches(use: PortUse, { service, port, number }: ServicePlace): boolean {
  if (use.namespace !== service.namespace || (use.service !== null && use.service !== service.name)) return false;
  if (typeof use.port === 'string' && !/^\d+$/.test(use.port)) return use.port === port.name;
  // DNS gives the pods themselves where there is no address in front of them.
  const behind = use.of === 'pod' || (use.of === 'dns' && service.headless);
  return Number(use.port) === (behind ? number : port.port);
}

/** What is asked for against what the listener is known to speak; nothing is claimed where either is open. */
export function agreementOf(asked: Asked | null, certain: boolean, listener: Listener | null): Client['agreement'] {
  if (asked === 'any') return 'ok';
  if (asked === null || !listener?.serves || !listener.schemeCertain) return 'unknown';
  if (asked === listener.serves) return 'ok';
  return certain ? 'mismatch' : 'unknown';
}
