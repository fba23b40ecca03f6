import { type Check, hit } from '../check.ts';

/** Without a Prometheus in the input, selection and network have no source to check. */
export const noPrometheus: Check = {
  kind: 'warning',
  code: 'no-prometheus',
  severity: 'info',
  link: 'prometheus-monitor',
  run: ({ resolution: { selections, monitor, endpoint } }) =>
    selections.length > 0 || !endpoint ? [] : [hit({ monitor: monitor.name }, monitor.at(['metadata', 'labels']))],
};
