import { asksToken } from '../../listen/index.ts';
import { type Check, hit, perTarget } from '../check.ts';

/** kube-rbac-proxy's service account is bound in the input and may not ask who calls: every scrape gets 401 or 500 (domain.md f6). */
export const proxyRbacMissing: Check = {
  kind: 'remark',
  code: 'proxy-rbac-missing',
  severity: 'warning',
  link: 'proxy-rights',
  run: (joined) =>
    perTarget(joined, ({ process, raw }) => {
      const path = joined.resolution.endpoint?.metricsPath;
      if (!process || !raw.workload || path === undefined || !asksToken(process, path)) return null;
      const verdict = joined.rights.proxy.find((p) => p.workload === raw.workload?.id)?.verdict;
      if (verdict?.state !== 'missing') return null;
      const lacking = verdict.facts.filter((f) => !f.granted).map((f) => f.resource);
      return hit({ account: raw.workload.pod.serviceAccountName, resources: lacking.join(', ') }, raw.workload.pod.at);
    }),
};
