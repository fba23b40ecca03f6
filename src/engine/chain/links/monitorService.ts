import { comparisonFacts } from '../facts.ts';
import type { Fact } from '../types.ts';
import { type LinkBuilder, monitorEnd, serviceEnd, unmatched } from './build.ts';

/** L3, L4: the monitor's selector and namespaceSelector against the Service's labels and namespace. */
export const monitorService: LinkBuilder = {
  kind: 'monitor-service',
  build({ resolution: r, nearMisses }) {
    if (r.monitor.kind !== 'ServiceMonitor' || r.endpoint === null) return [];
    const from = { ...monitorEnd(r.monitor, null), at: r.monitor.at(['spec', 'selector']) };
    if (r.services.length === 0) return [unmatched('-', from, r.monitor.selector, nearMisses)];
    return r.services.map(({ service, labels }) => {
      const wanted = r.namespaces === 'any' ? 'any: true' : r.namespaces.join(', ');
      const namespace: Fact = {
        name: 'namespace',
        left: {
          value: wanted,
          at: r.monitor.at(r.monitor.namespaces === null ? ['metadata', 'namespace'] : ['spec', 'namespaceSelector']),
        },
        right: { value: service.service.namespace, at: service.service.at(['metadata', 'namespace']) },
        holds: true,
      };
      return {
        key: service.service.id,
        from,
        to: serviceEnd(service, null),
        label: 'selector',
        facts: [...comparisonFacts(labels), namespace],
      };
    });
  },
};
