import type { Workload } from '../../cluster/index.ts';
import { type Check, hit, perTarget } from '../check.ts';

/** Pods on the host network: policies are drawn, normally not enforced (domain.md e9). */
export const hostNetwork: Check = {
  kind: 'warning',
  code: 'host-network',
  severity: 'info',
  link: 'policy',
  run: (joined) =>
    perTarget(joined, ({ raw, policies }) =>
      raw.workload?.pod.hostNetwork ? hit({ workload: raw.workload.name, ...drawn(policies) }, hostNetworkAt(raw.workload)) : null,
    ),
};

const drawn = (policies: readonly string[]) => (policies.length === 0 ? { variant: 'no-policy' } : { policies: policies.join(', ') });
const hostNetworkAt = (w: Workload) => ({ ...w.pod.at, path: [...w.pod.at.path, 'hostNetwork'] });
