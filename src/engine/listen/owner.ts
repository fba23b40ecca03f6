import type { Workload } from '../cluster/index.ts';
import type { Container, ContainerPort } from '../objects/index.ts';

/** The container that declares a port number, the last one winning, init containers after the others (Prometheus discovery/kubernetes). */
export function ownerOf(workload: Workload, port: number, protocol?: string): { container: Container; port: ContainerPort } | null {
  const { containers } = workload.pod;
  const inOrder = [...containers.filter((c) => !c.init), ...containers.filter((c) => c.init)];
  return (
    inOrder
      .flatMap((container) => container.ports.map((p) => ({ container, port: p })))
      .findLast((d) => d.port.containerPort === port && (protocol === undefined || d.port.protocol === protocol)) ?? null
  );
}
