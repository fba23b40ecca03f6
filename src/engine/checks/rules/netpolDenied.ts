import { type Check, hit, perTarget } from '../check.ts';

/** A policy isolates the target pods for ingress and no rule admits Prometheus on this port. */
export const netpolDenied: Check = {
  kind: 'reason',
  code: 'netpol-denied',
  link: 'policy',
  run: (joined) =>
    perTarget(joined, ({ raw, verdicts }) => {
      const denied = verdicts.find((v) => v.verdict.state === 'denied');
      const fact = denied?.verdict.facts.find((f) => f.direction === 'ingress' && f.admits === false);
      if (!denied || !fact) return null;
      const params = {
        policy: fact.policy.split('/').at(-1) ?? '',
        port: raw.number,
        why: fact.why,
        prometheus: denied.prometheus.split('/').at(-1) ?? '',
      };
      return hit(params, fact.portAt ?? fact.peerAt ?? fact.at, raw.declared?.port.at);
    }),
};
