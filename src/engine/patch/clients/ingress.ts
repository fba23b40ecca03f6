import { mapOf } from '../input.ts';
import type { Client, PortUse } from './client.ts';
import { field, isPort, mapsIn } from './walk.ts';

/** `backend.service.port.name|number` (networking.k8s.io/v1), `backend.serviceName|servicePort` before. */
export const ingress: Client = {
  kinds: ['networking.k8s.io/Ingress', 'extensions/Ingress'],
  follows: true,
  uses(raw) {
    const { namespace } = raw;
    return [...mapsIn(field(raw.body(), 'spec'), ['spec'])].flatMap(([map, path]): PortUse[] => {
      const old = field(map, 'serviceName');
      const oldPort = field(map, 'servicePort');
      if (typeof old === 'string' && isPort(oldPort)) return [{ namespace, service: old, port: oldPort, path: [...path, 'servicePort'] }];
      const service = mapOf(field(map, 'service'));
      const name = field(service, 'name');
      if (typeof name !== 'string') return [];
      return ['name', 'number'].flatMap((key) => {
        const port = field(mapOf(field(service, 'port')), key);
        return isPort(port) ? [{ namespace, service: name, port, path: [...path, 'service', 'port', key] }] : [];
      });
    });
  },
};
