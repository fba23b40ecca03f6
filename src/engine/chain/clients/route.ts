import type { Cluster } from '../../cluster/index.ts';
import { fieldsOf, type RouteKind } from '../../objects/index.ts';
import { foreign, ofKinds } from './objects.ts';
import type { Asked, Caller, Wanted } from './types.ts';

/** Routes that look into requests, and so have to agree with what is spoken behind them. */
const SPEAKING = new Set<RouteKind>(['HTTPRoute', 'GRPCRoute']);

/** `backendRefs` of Gateway API routes. */
export const route: Caller = {
  kind: 'route',
  follows: false,
  uses(cluster, wanted) {
    const overTls = tlsBackends(cluster, wanted);
    return ofKinds(cluster, ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'], wanted).flatMap((object) => {
      if (!('parents' in object)) return [];
      const { kind, id } = object;
      return object.backends().flatMap(({ namespace, service, port, at }) => {
        if (port === null) return [];
        const told = overTls.has(`${namespace}/${service}`) ? 'https' : appProtocol(cluster, namespace, service, port);
        const scheme: Asked = SPEAKING.has(kind) ? (told ?? 'http') : 'any';
        const call = { kind: 'route' as const, object: id, container: null, by: 'backendRefs', path: null, at };
        return [{ ...call, scheme, certain: told !== null, namespace, service, port, of: 'service' as const }];
      });
    });
  },
};

/** Services to which a gateway speaks TLS (gateway-api BackendTLSPolicy). */
function tlsBackends(cluster: Cluster, wanted: Wanted): Set<string> {
  const policies = foreign(cluster, (raw) => raw.kind === 'BackendTLSPolicy' && raw.group === 'gateway.networking.k8s.io', wanted);
  return new Set(
    policies.flatMap((raw) =>
      fieldsOf(raw, [])
        .map('spec')
        .list('targetRefs')
        .filter((ref) => ref.str('kind') === 'Service')
        .map((ref) => `${raw.namespace}/${ref.str('name') ?? ''}`),
    ),
  );
}

function appProtocol(cluster: Cluster, namespace: string, name: string, port: string | number): 'http' | 'https' | null {
  const found = cluster.servicesIn(namespace).find(({ service }) => service.name === name)?.service;
  switch (found?.ports.find((p) => p.port === port)?.appProtocol) {
    case 'https':
    case 'kubernetes.io/wss':
      return 'https';
    case 'http':
    case 'kubernetes.io/h2c':
    case 'kubernetes.io/ws':
      return 'http';
    default:
      return null;
  }
}
