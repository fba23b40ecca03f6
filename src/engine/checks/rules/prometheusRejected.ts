import type { PrometheusObject } from '../../objects/index.ts';
import { ownVerdict, type Verdict } from '../../scrape/index.ts';
import { type Check, hit } from '../check.ts';

const known = new WeakMap<PrometheusObject, Verdict>();

/** The operator makes no configuration of a Prometheus that it refuses: the old one stays, for all monitors (domain.md a17). */
export const prometheusRejected: Check = {
  kind: 'remark',
  code: 'prometheus-rejected',
  severity: 'error',
  link: 'prometheus-monitor',
  run: ({ cluster, resolution: { selections } }) => {
    const selected = selections.filter((s) => s.state === 'selected').map((s) => s.prometheus);
    const refused = selected.flatMap((prometheus) => {
      const verdict = known.get(prometheus) ?? ownVerdict(cluster, prometheus);
      known.set(prometheus, verdict);
      return verdict.state === 'rejected' ? [{ prometheus, verdict }] : [];
    });
    return refused.map(({ prometheus, verdict }) => ({
      ...hit({ ...verdict.params, rejection: verdict.code, field: verdict.field, prometheus: prometheus.name }, verdict.at),
      // Another one still scrapes.
      ...(refused.length < selected.length ? { severity: 'warning' as const } : {}),
    }));
  },
};
