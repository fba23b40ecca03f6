import { mapOf } from '../input.ts';
import type { Client, PortUse } from './client.ts';
import { field, isPort, mapsIn } from './walk.ts';

const KINDS = ['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'];

/** `backendRefs` and mirrors of Gateway API routes: a Service where no other kind is named, by number (gateway-api BackendObjectReference). */
export const route: Client = {
  kinds: KINDS.map((kind) => `gateway.networking.k8s.io/${kind}`),
  follows: false,
  uses(raw) {
    return [...mapsIn(field(raw.body(), 'spec'), ['spec'])].flatMap(([map, path]) => {
      const refs = field(map, 'backendRefs');
      const found = (Array.isArray(refs) ? refs : []).flatMap((ref, i) => use(mapOf(ref), [...path, 'backendRefs', i]));
      return [...found, ...use(mapOf(field(map, 'backendRef')), [...path, 'backendRef'])];
    });

    function use(ref: ReturnType<typeof mapOf>, path: PortUse['path']): PortUse[] {
      const [name, port, namespace, kind] = ['name', 'port', 'namespace', 'kind'].map((key) => field(ref, key));
      if (typeof name !== 'string' || !isPort(port) || (kind !== undefined && kind !== 'Service')) return [];
      return [{ namespace: typeof namespace === 'string' ? namespace : raw.namespace, service: name, port, path: [...path, 'port'] }];
    }
  },
};
