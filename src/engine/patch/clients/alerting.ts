import { mapOf } from '../input.ts';
import type { Client, PortUse } from './client.ts';
import { field, isPort } from './walk.ts';

/** `spec.alerting.alertmanagers` of a Prometheus: a Service port by name or number, with a scheme of its own. */
export const alerting: Client = {
  kinds: ['monitoring.coreos.com/Prometheus'],
  follows: false,
  uses(raw) {
    const list = field(mapOf(field(mapOf(field(raw.body(), 'spec')), 'alerting')), 'alertmanagers');
    return (Array.isArray(list) ? list.map(mapOf) : []).flatMap((entry, i): PortUse[] => {
      const [name, namespace, port] = ['name', 'namespace', 'port'].map((key) => field(entry, key));
      if (typeof name !== 'string' || !isPort(port)) return [];
      const path = ['spec', 'alerting', 'alertmanagers', i, 'port'];
      return [{ namespace: typeof namespace === 'string' ? namespace : raw.namespace, service: name, port, path }];
    });
  },
};
