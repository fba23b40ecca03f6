import { SELECTORS } from '../../scrape/index.ts';
import { comparisonFacts } from '../facts.ts';
import type { Fact } from '../types.ts';
import { type LinkBuilder, monitorEnd } from './build.ts';

/** L1, L2: the Prometheus' selectors against the monitor's labels and the labels of its namespace. */
export const prometheusMonitor: LinkBuilder = {
  kind: 'prometheus-monitor',
  build({ resolution: { selections, monitor, endpoint } }) {
    const taken = selections.filter((s) => s.state === 'selected');
    const [field, spaces] = SELECTORS[monitor.kind];
    return (taken.length > 0 ? taken : selections).map((s) => {
      const { prometheus } = s;
      const own = prometheus.at(['spec', s.why === 'namespace' ? spaces : field]);
      const facts: Fact[] = [...comparisonFacts(s.labels), ...comparisonFacts(s.namespace)];
      if (s.why === 'nil-selector')
        facts.push({ name: field, left: null, right: { value: monitor.name, at: monitor.at(['metadata', 'name']) }, holds: false });
      if (s.why === 'namespace' && s.namespace.length === 0)
        facts.push({
          name: spaces,
          left: { value: prometheus.namespace, at: prometheus.at(['metadata', 'namespace']) },
          right: { value: monitor.namespace, at: monitor.at(['metadata', 'namespace']) },
          holds: false,
        });
      return {
        key: prometheus.id,
        from: { object: prometheus.id, at: own },
        to: monitorEnd(monitor, endpoint),
        label: s.labels.length === 0 && s.why !== 'nil-selector' ? `${field}: {}` : field,
        facts,
        state: s.state === 'selected' ? 'ok' : s.state === 'unknown' ? 'unknown' : 'broken',
      } as const;
    });
  },
};
