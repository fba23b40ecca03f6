import { type Check, hit } from '../check.ts';

/** Every Prometheus that selects the object meets an operator that refuses it (prometheus-operator resource_selector.go). */
export const operatorRejects: Check = {
  kind: 'reason',
  code: 'operator-rejects',
  link: 'prometheus-monitor',
  run: ({ resolution: { monitor, endpoint, selections } }) => {
    const selected = selections.filter((s) => s.state === 'selected');
    if (!endpoint || selected.some((s) => s.verdict?.state !== 'rejected')) return [];
    return selected.slice(0, 1).flatMap(({ prometheus, verdict }) => {
      // A selector that cannot be used has a code of its own.
      if (verdict?.state !== 'rejected' || verdict.code === 'selector-invalid') return [];
      const params = {
        ...verdict.params,
        rejection: verdict.code,
        field: verdict.field,
        object: monitor.name,
        prometheus: prometheus.name,
      };
      return [hit(params, verdict.at)];
    });
  },
};
