import type { NetworkState } from '../reach/index.ts';
import { type Check, hit, perReached } from './check.ts';

/** Targets that policies keep from Prometheus at one end of the connection, with the rule that says so. */
export const deniedBy =
  (state: Extract<NetworkState, 'denied' | 'egress-denied'>, direction: 'ingress' | 'egress'): Check['run'] =>
  (joined) =>
    perReached(joined, ({ raw, verdicts }) => {
      const denied = verdicts.find((v) => v.verdict.state === state);
      const fact = denied?.verdict.facts.find((f) => f.direction === direction && f.admits === false);
      if (!denied || !fact) return null;
      const last = (id: string): string => id.split('/').at(-1) ?? '';
      const params = { policy: last(fact.policy), port: raw.number, why: fact.why, prometheus: last(denied.prometheus) };
      return hit(params, fact.portAt ?? fact.peerAt ?? fact.at, raw.declared?.port.at);
    });
