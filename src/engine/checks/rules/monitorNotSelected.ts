import { type Check, hit } from '../check.ts';

/** There are Prometheus objects and none takes the monitor up (domain.md a1, a2). */
export const monitorNotSelected: Check = {
  kind: 'reason',
  code: 'monitor-not-selected',
  link: 'prometheus-monitor',
  run: ({ resolution: { monitor, selections } }) => {
    if (selections.length === 0 || selections.some((s) => s.state !== 'not-selected')) return [];
    return selections.slice(0, 1).map(({ prometheus, why, labels, namespace }) => {
      const wrong = [...labels, ...namespace].find((c) => c.holds === false);
      const key = wrong?.requirement.key ?? '';
      const params = {
        monitor: monitor.name,
        prometheus: prometheus.name,
        variant: why,
        namespace: monitor.namespace,
        key,
        wanted: wrong?.requirement.values.join(', ') ?? '',
        got: wrong?.value ?? '',
      };
      return hit(params, wrong?.requirement.at ?? prometheus.at(['spec']), wrong?.at ?? monitor.at(['metadata', 'labels']));
    });
  },
};
