import type { JoinedTarget } from '../../chain/index.ts';
import type { Workload } from '../../cluster/index.ts';
import { type Check, type Hit, hit, perTarget } from '../check.ts';

/** Pods on the host network: policies are drawn, normally not enforced (domain.md e9). */
export const hostNetwork: Check = {
  kind: 'warning',
  code: 'host-network',
  severity: 'info',
  link: 'policy',
  run: (joined) =>
    perTarget(joined, (target) => {
      const { workload } = target.raw;
      if (!workload?.pod.hostNetwork) return null;
      return otherPort(target, workload) ?? hit({ workload: workload.name, ...drawn(target.policies) }, hostNetworkAt(workload));
    }),
};

/** The policy means this port and names another one. It would matter where policies are enforced on the host's network. */
function otherPort({ raw, verdicts }: JoinedTarget, workload: Workload): Omit<Hit, 'target'> | null {
  const facts = verdicts.flatMap((v) => v.verdict.facts.filter((f) => f.direction === 'ingress'));
  if (facts.some((f) => f.admits !== false)) return null;
  for (const { policy, differs } of facts) {
    const port = differs.find((d) => d.on === 'port');
    if (!port) continue;
    const params = {
      workload: workload.name,
      policy: policy.split('/').at(-1) ?? '',
      admits: port.wanted,
      port: raw.number,
      variant: 'port',
    };
    return hit(params, port.at, raw.declared?.port.at, hostNetworkAt(workload));
  }
  return null;
}

const drawn = (policies: readonly string[]) => (policies.length === 0 ? { variant: 'no-policy' } : { policies: policies.join(', ') });
const hostNetworkAt = (w: Workload) => ({ ...w.pod.at, path: [...w.pod.at.path, 'hostNetwork'] });
