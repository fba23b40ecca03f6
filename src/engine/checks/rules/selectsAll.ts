import { type Check, hit } from '../check.ts';

/** An empty selector selects everything in its namespaces. */
export const selectsAll: Check = {
  kind: 'warning',
  code: 'selects-all',
  severity: 'info',
  link: 'monitor-service',
  run: ({ resolution: { monitor, endpoint } }) =>
    endpoint?.by === 'labels' && monitor.selector.requirements.length === 0 && monitor.selector.invalid === null
      ? [hit({ monitor: monitor.name }, monitor.selector.at)]
      : [],
};
