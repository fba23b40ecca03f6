import { type Check, hit, perTarget } from '../check.ts';

/** A policy isolates the Prometheus pods for egress and no rule lets this connection out. */
export const netpolEgressDenied: Check = {
  kind: 'reason',
  code: 'netpol-egress-denied',
  link: 'policy',
  run: (joined) =>
    perTarget(joined, ({ raw, verdicts }) => {
      const denied = verdicts.find((v) => v.verdict.state === 'egress-denied');
      const fact = denied?.verdict.facts.find((f) => f.direction === 'egress' && f.admits === false);
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
