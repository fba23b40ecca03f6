import { type Check, hit } from '../check.ts';

/** Prometheus' service account is bound in the input and may not list or watch what discovery needs (domain.md i). */
export const rbacMissing: Check = {
  kind: 'reason',
  code: 'rbac-missing',
  link: 'discovery-rights',
  run: ({ discovery, resolution }) =>
    discovery
      .filter((d) => d.verdict.state === 'missing')
      .map(({ prometheus, verdict }) => {
        const lacking = verdict.facts.filter((f) => !f.granted);
        const first = lacking[0];
        const what = [...new Set(lacking.map((f) => f.resource))].join(', ');
        const owner = resolution.selections.find((s) => s.prometheus.id === prometheus)?.prometheus;
        const params = {
          resources: what,
          namespace: first?.namespace ?? '*',
          account: owner?.serviceAccountName ?? '',
          verbs: 'list, watch',
        };
        return hit(params, owner?.at(['spec', 'serviceAccountName']), first?.at);
      }),
};
