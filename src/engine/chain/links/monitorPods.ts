import { comparisonFacts, requirementText } from '../facts.ts';
import type { Fact } from '../types.ts';
import { type LinkBuilder, monitorEnd, nothing, podEnd } from './build.ts';

/** A PodMonitor's selector against pod labels. */
export const monitorPods: LinkBuilder = {
  kind: 'monitor-pods',
  build({ resolution: r, nearMisses }) {
    if (r.monitor.kind !== 'PodMonitor' || r.endpoint === null) return [];
    const from = { ...monitorEnd(r.monitor, null), at: r.monitor.at(['spec', 'selector']) };
    if (r.pods.length === 0) {
      const wanted: Fact[] = r.monitor.selector.requirements.map((req) => ({
        name: req.key,
        left: { value: requirementText(req), at: req.at },
        right: null,
        holds: false,
      }));
      const state = nearMisses.length > 0 ? 'broken' : 'unknown';
      return [{ key: '-', from, to: nothing, label: 'selector', facts: nearMisses[0]?.facts ?? wanted, state }];
    }
    return r.pods.map(({ workload, labels }) => ({
      key: workload.id,
      from,
      to: podEnd(workload, null),
      label: 'selector',
      facts: comparisonFacts(labels),
    }));
  },
};
