import { side } from '../facts.ts';
import type { JoinedTarget } from '../join.ts';
import { type Draft, type LinkBuilder, podEnd } from './build.ts';

/** L11: NetworkPolicies that select the Prometheus pods (egress) or the target pods (ingress), and what they say of this port. */
export const policy: LinkBuilder = {
  kind: 'policy',
  build({ targets }) {
    const drafts = new Map<string, Draft>();
    for (const { raw, verdicts } of targets)
      for (const { prometheus, verdict } of verdicts)
        for (const fact of verdict.facts) {
          const key = `${fact.policy}/${fact.direction}/${raw.workload?.id ?? raw.service?.service.id ?? ''}/${raw.number}/${prometheus}`;
          const target = raw.workload
            ? podEnd(raw.workload, raw.number)
            : { object: raw.service?.service.id ?? '', port: String(raw.number), at: null };
          const ignored = fact.direction === 'ingress' && raw.workload?.pod.hostNetwork === true;
          // One policy that admits is enough; others that do not are not what breaks the chain.
          const admitted = verdict.state === 'admitted' || verdict.state === 'host-network';
          drafts.set(key, {
            key,
            from: { object: fact.policy, at: fact.at },
            to: fact.direction === 'ingress' ? target : { object: prometheus, at: null },
            label: fact.direction,
            facts: [
              {
                name: fact.portAt ? 'port' : fact.direction,
                left: side(fact.why, fact.portAt ?? fact.peerAt ?? fact.at),
                right: side(`${raw.number}/${raw.protocol}`, raw.declared?.port.at ?? null),
                holds: fact.admits,
              },
              ...fact.differs.map((d) => ({
                name: d.name,
                left: side(d.wanted, d.at),
                right: d.got === null ? null : side(d.got, d.theirs ?? (d.on === 'port' ? (raw.declared?.port.at ?? null) : null)),
                holds: fact.admits,
              })),
            ],
            state: ignored
              ? 'not-enforced'
              : fact.admits === true || (fact.admits === false && admitted)
                ? 'ok'
                : fact.admits === false
                  ? 'broken'
                  : 'unknown',
          });
        }
    for (const draft of unjudged(targets)) drafts.set(draft.key, draft);
    return [...drafts.values()];
  },
};

/** Without a Prometheus nobody asks, but the policies that guard the pods are still shown. */
function unjudged(targets: readonly JoinedTarget[]): Draft[] {
  return targets.flatMap(({ raw, policies, verdicts }) => {
    const { workload } = raw;
    if (!workload || verdicts.length > 0) return [];
    return policies.map((name) => ({
      key: `NetworkPolicy/${workload.namespace}/${name}/ingress/${workload.id}/${raw.number}`,
      from: { object: `NetworkPolicy/${workload.namespace}/${name}`, at: null },
      to: podEnd(workload, raw.number),
      label: 'ingress',
      facts: [],
      state: workload.pod.hostNetwork ? ('not-enforced' as const) : ('unknown' as const),
    }));
  });
}
