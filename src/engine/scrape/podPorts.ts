import type { Workload } from '../cluster/index.ts';
import type { Container, ContainerPort, ServicePort } from '../objects/index.ts';
import type { RawTarget } from './types.ts';

export interface DeclaredPort {
  container: string;
  /** An init container that ends before the others start: its ports belong to no endpoint. */
  init: boolean;
  /** Listed among the init containers, a sidecar included. */
  initContainer: boolean;
  port: ContainerPort;
}

/** Containers first, init containers after them: the order in which Prometheus attributes ports (endpoints.go). */
const inOrder = (containers: readonly Container[]): Container[] => [
  ...containers.filter((c) => !c.init),
  ...containers.filter((c) => c.init),
];

export const declaredPorts = (workload: Workload): DeclaredPort[] =>
  inOrder(workload.pod.containers).flatMap((c) =>
    c.ports.map((port) => ({ container: c.name, init: c.init && !c.sidecar, initContainer: c.init, port })),
  );

/** The port a number is attributed to: of the last container that declares it, the first (Prometheus discovery/kubernetes). */
export function attributed(workload: Workload, number: number): DeclaredPort | null {
  const all = declaredPorts(workload).filter((d) => d.port.containerPort === number);
  const last = all.at(-1);
  return all.find((d) => d.container === last?.container && d.initContainer === last.initContainer) ?? null;
}

export function declaring(workload: Workload, number: number): RawTarget['declared'] {
  const found = attributed(workload, number);
  return found && { container: found.container, port: found.port };
}

/**
 * The pod-side number of a Service port: a number is taken as it stands, a name is looked up with its protocol among
 * containers and sidecars, not among ordinary init containers (kubernetes endpointslice utils FindPort).
 */
export function podPortOf(servicePort: ServicePort, workload: Workload): number | null {
  const target = servicePort.targetPort;
  if (typeof target === 'number') return target;
  if (target === null) return null;
  const found = declaredPorts(workload).find((d) => !d.init && d.port.name === target && d.port.protocol === servicePort.protocol);
  return found?.port.containerPort ?? null;
}
