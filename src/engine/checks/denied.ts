import type { NetworkState, PolicyFact } from '../reach/index.ts';
import { type Check, hit, perReached } from './check.ts';

/** Targets that policies keep from Prometheus at one end of the connection, with the rule that comes closest and what it lacks. */
export const deniedBy =
  (state: Extract<NetworkState, 'denied' | 'egress-denied'>, direction: 'ingress' | 'egress'): Check['run'] =>
  (joined) =>
    perReached(joined, ({ raw, verdicts }) => {
      const denied = verdicts.find((v) => v.verdict.state === state);
      const facts = denied?.verdict.facts.filter((f) => f.direction === direction && f.admits === false) ?? [];
      // Of several policies the one that nearly admits tells most.
      const fact = facts.find((f) => f.why === 'port') ?? facts.find((f) => f.differs.length > 0) ?? facts[0];
      if (!denied || !fact) return null;
      const last = (id: string): string => id.split('/').at(-1) ?? '';
      const params = { policy: last(fact.policy), port: raw.number, prometheus: last(denied.prometheus), ...missing(fact) };
      const [first] = fact.differs;
      return hit(params, first?.at ?? fact.portAt ?? fact.peerAt ?? fact.at, first?.theirs ?? raw.declared?.port.at);
    });

/** What the closest rule asks for, in the words of the check: `variant` picks the sentence. */
function missing({ why, differs }: PolicyFact): Record<string, string> {
  const [first] = differs;
  if (why === 'no-rule') return { variant: 'no-rule' };
  if (!first || first.on === 'address') return { variant: 'peer' };
  const { on, name, wanted, got } = first;
  return { variant: name === 'namespace' ? 'namespace' : on === 'port' ? 'port' : 'label', key: name, wanted, got: got ?? '–' };
}
