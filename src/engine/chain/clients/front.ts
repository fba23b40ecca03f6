import type { Around, Found } from './around.ts';
import type { ServicePlace } from './types.ts';

/** Services that open the port beyond the cluster: on every node, at a load balancer, at addresses of their own. */
export const front: Around = {
  find: (place) => place.services.flatMap((s) => opened(s)),
};

function opened({ service, port }: ServicePlace): Found[] {
  const index = service.ports.findIndex((p) => p.name === port.name && p.port === port.port);
  const nodePort = service.ports[index]?.nodePort ?? null;
  const how =
    service.type === 'NodePort' || service.type === 'LoadBalancer' ? service.type : service.externalIPs.length > 0 ? 'externalIPs' : null;
  if (how === null) return [];
  return [
    {
      kind: 'service',
      object: service.id,
      container: null,
      by: how,
      scheme: 'any',
      certain: true,
      path: null,
      at: nodePort === null ? service.at(['spec', how === 'externalIPs' ? how : 'type']) : service.at(['spec', 'ports', index, 'nodePort']),
      port: String((how === 'NodePort' ? nodePort : null) ?? port.port ?? port.name),
    },
  ];
}
