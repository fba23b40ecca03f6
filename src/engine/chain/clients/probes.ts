import type { Container, ProbeRef } from '../../objects/index.ts';
import type { Around, Found } from './around.ts';
import type { Place } from './place.ts';

/** Probes and hooks by which the kubelet calls the port (domain.md h8). */
export const probes: Around = {
  find: (place) =>
    place.workload.pod.containers.flatMap((container) =>
      container.probes.flatMap((probe) =>
        numberOf(probe, container) === place.number && isOwn(probe) ? [found(place, container, probe)] : [],
      ),
    ),
};

function numberOf(probe: ProbeRef, container: Container): number | null {
  if (typeof probe.port !== 'string') return probe.port;
  return container.ports.find((p) => p.name === probe.port)?.containerPort ?? (Number(probe.port) || null);
}

/** Asked at another host, it is not this pod that answers; on the node's network that may be the same. */
const isOwn = (probe: ProbeRef): boolean => probe.host === null || probe.host === '';

function found({ workload, listener }: Place, container: Container, probe: ProbeRef): Found {
  const http = probe.kind === 'httpGet';
  return {
    kind: 'probe',
    object: workload.generatedBy ?? workload.id,
    container: container.name,
    by: probe.which,
    // gRPC is not compared: whether it runs over TLS is its own matter.
    scheme: http ? (probe.scheme?.toLowerCase() === 'https' ? 'https' : 'http') : probe.kind === 'tcpSocket' ? 'any' : null,
    certain: true,
    path: http ? (probe.path ?? '/') : null,
    at: probe.at,
    port: String(probe.port ?? ''),
    // The kubelet sends no token; whether its path is let through without one is not looked at here.
    ...(http && listener?.authorizes ? { open: true } : {}),
  };
}
