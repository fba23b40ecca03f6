import { comparisonFacts } from '../facts.ts';
import { type LinkBuilder, monitorEnd, podEnd, unmatched } from './build.ts';

/** A PodMonitor's selector against pod labels. */
export const monitorPods: LinkBuilder = {
  kind: 'monitor-pods',
  build({ resolution: r, nearMisses }) {
    if (r.monitor.kind !== 'PodMonitor' || r.endpoint === null) return [];
    const from = { ...monitorEnd(r.monitor, null), at: r.monitor.at(['spec', 'selector']) };
    if (r.pods.length === 0) return [unmatched('-', from, r.monitor.selector, nearMisses)];
    return r.pods.map(({ workload, labels }) => ({
      key: workload.id,
      from,
      to: podEnd(workload, null),
      label: 'selector',
      facts: comparisonFacts(labels),
    }));
  },
};
