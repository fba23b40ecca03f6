import { type Check, hit } from '../check.ts';
import { ignoredBy } from '../operatorScope.ts';

/** The operator of the input is told to look elsewhere: it makes nothing of this Prometheus, or of this monitor (domain.md a6, k4). */
export const operatorIgnores: Check = {
  kind: 'remark',
  code: 'operator-ignores',
  severity: 'warning',
  link: 'prometheus-monitor',
  run: ({ cluster, resolution: { selections, monitor } }) =>
    selections.flatMap(({ state, prometheus }) => {
      const ignored = state === 'selected' ? ignoredBy(cluster, prometheus, monitor) : null;
      if (!ignored) return [];
      const { at, variant, operator, flag, value } = ignored;
      const object = variant === 'namespace' ? monitor : prometheus;
      const params = {
        variant,
        operator,
        flag,
        value: value || '""',
        prometheus: prometheus.name,
        ...(variant === 'namespace' ? { monitor: monitor.name } : {}),
        namespace: object.namespace,
      };
      return [hit(params, at, object.at(['metadata', variant === 'instance-labels' ? 'labels' : 'namespace']))];
    }),
};
