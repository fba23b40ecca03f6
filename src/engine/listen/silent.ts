import type { Cluster, Workload } from '../cluster/index.ts';
import type { Container } from '../objects/index.ts';
import { onSameNode } from './hostConflicts.ts';
import { listenersAt, listenersOf } from './listeners.ts';
import { programs } from './programs/index.ts';
import type { Listener } from './types.ts';

const CLOSED: ReadonlySet<string> = new Set(programs.flatMap((p) => (p.closed ? [p.id] : [])));

/** Sidecars that meshes put into pods when they are made answer here (Istio, Linkerd). */
const INJECTED: ReadonlySet<number> = new Set([15020, 15090, 4191]);

/**
 * The listeners of a pod in which surely nobody is on the port: every container runs a program of which all ports are
 * known. null: somebody is, or may be.
 */
export function silentAt(workload: Workload, cluster: Cluster, port: number): Listener[] | null {
  const listeners = listenersOf(workload, cluster);
  const running = workload.pod.containers.filter((c) => !c.init || c.sidecar);
  if (running.length === 0 || INJECTED.has(port) || listenersAt(listeners, port).length > 0) return null;
  if (listenersAt(onSameNode(workload, cluster), port).length > 0) return null;
  return running.every((c) => isSettled(c, listeners, port)) ? listeners : null;
}

/** A default counts where the container declares it and not the port asked for: an image may bring arguments of its own. */
function isSettled(container: Container, listeners: readonly Listener[], port: number): boolean {
  const declares = (number: number): boolean => container.ports.some((p) => p.containerPort === number);
  const own = listeners.filter((l) => l.container === container.name);
  const certain = ({ program, addressCertain, source, port: at }: Listener): boolean =>
    CLOSED.has(program) && addressCertain && (source !== 'default' || (declares(at) && !declares(port)));
  return own.length > 0 && own.every(certain);
}
