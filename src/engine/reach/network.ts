import type { Cluster, Workload } from '../cluster/index.ts';
import type { Labels, NetworkPolicy } from '../objects/index.ts';
import { ANYBODY, NODE, type Party, partyOf } from './party.ts';
import { policiesOver, policiesSelecting } from './policies.ts';
import { type Connection, matchRule } from './rule.ts';
import { hasOnePod } from './single.ts';
import { or, type Tri } from './tri.ts';
import type { NetworkVerdict, PolicyFact } from './types.ts';

/** Who or what is no pod of the input; an object with a namespace names pods that the cluster itself runs. */
export type OutsideAddress = 'node' | 'unknown' | { ip: string } | { namespace: string; labels: Labels | null };

/**
 * Whether policies let `from` reach a pod port of `to`: the source's egress and the destination's ingress (networking/v1).
 * `null` is an unknown source. Service ports play no part, filtering happens behind them.
 */
export function connectionVerdict(
  cluster: Cluster,
  from: Workload | OutsideAddress | null,
  to: Workload,
  port: number,
  protocol: string,
): NetworkVerdict {
  const selecting = policiesSelecting(cluster, to);
  const policies = selecting.map((policy) => policy.name);
  const { hostNetwork } = to.pod;
  const source = isWorkload(from) ? from : null;
  // A pod always reaches itself, whatever policies say.
  if (source?.id === to.id && !hostNetwork && hasOnePod(cluster, to)) return { state: 'admitted', policies, facts: [] };
  const destination = partyOf(cluster, to);
  const connection = { destination, port, protocol };
  const egress = source === null ? OPEN : egressOf(cluster, source, { ...connection, peer: destination });
  const peer = isWorkload(from) ? partyOf(cluster, from) : outside(cluster, from ?? 'unknown');
  const ingress = allowed(selecting, 'ingress', { ...connection, peer });
  return { state: stateOf(egress.admits, ingress.admits, hostNetwork), policies, facts: [...egress.facts, ...ingress.facts] };
}

function isWorkload(from: Workload | OutsideAddress | null): from is Workload {
  return typeof from === 'object' && from !== null && 'pod' in from;
}

/**
 * To the kubelet, the API server, hand-written endpoints or pods that the cluster runs itself. Of ingress only that of such pods is
 * known, as far as their labels are: a policy of the input may select them.
 */
export function externalVerdict(cluster: Cluster, from: Workload, address: OutsideAddress, port: number, protocol: string): NetworkVerdict {
  const destination = outside(cluster, address);
  const connection = { destination, port, protocol };
  const egress = egressOf(cluster, from, { ...connection, peer: destination });
  const pods = typeof address === 'object' && 'namespace' in address ? address : null;
  const selecting = pods?.labels ? policiesOver(cluster, pods.namespace, pods.labels) : [];
  const ingress = allowed(selecting, 'ingress', { ...connection, peer: partyOf(cluster, from) });
  const policies = selecting.map((policy) => policy.name);
  return { state: stateOf(egress.admits, ingress.admits, false), policies, facts: [...egress.facts, ...ingress.facts] };
}

function outside(cluster: Cluster, address: OutsideAddress): Party {
  if (address === 'node') return NODE;
  if (address === 'unknown') return ANYBODY;
  if ('ip' in address) return { kind: 'address', ip: address.ip, mayBePod: true };
  return { kind: 'pods', namespace: cluster.namespace(address.namespace), labels: address.labels, labelAt: () => null, pod: null };
}

/** A definite refusal outweighs a doubt at the other end. On hostNetwork pods ingress policies are not enforced. */
function stateOf(egress: Tri, ingress: Tri, hostNetwork: boolean): NetworkVerdict['state'] {
  if (egress === false) return 'egress-denied';
  if (hostNetwork) return egress === null ? 'unknown' : 'host-network';
  if (ingress === false) return 'denied';
  return egress === null || ingress === null ? 'unknown' : 'admitted';
}

interface Allowed {
  admits: Tri;
  facts: PolicyFact[];
}
const OPEN: Allowed = { admits: true, facts: [] };

function egressOf(cluster: Cluster, from: Workload, connection: Connection): Allowed {
  // Policies are not enforced on hostNetwork pods, in either direction.
  return from.pod.hostNetwork ? OPEN : allowed(policiesSelecting(cluster, from), 'egress', connection);
}

/** Not isolated: everything. Isolated by any policy of that direction: the union of their rules, nothing else. */
function allowed(selecting: readonly NetworkPolicy[], direction: 'ingress' | 'egress', connection: Connection): Allowed {
  const facts = selecting
    .filter((policy) => (direction === 'ingress' ? policy.ingressType : policy.egressType))
    .map((policy) => factOf(policy, direction, connection));
  return facts.length === 0 ? OPEN : { admits: or(facts.map((fact) => fact.admits)), facts };
}

/** The rule that admits, else one that might, else the one that comes closest: right peer, wrong port, then the fewest labels amiss. */
function factOf(policy: NetworkPolicy, direction: 'ingress' | 'egress', connection: Connection): PolicyFact {
  const rules = direction === 'ingress' ? policy.ingress : policy.egress;
  const head = { policy: policy.id, direction };
  let best: PolicyFact | null = null;
  for (const rule of rules) {
    const fact: PolicyFact = { ...head, ...matchRule(rule, policy.namespace, connection), at: rule.at };
    if (best === null || isCloser(fact, best)) best = fact;
  }
  const none = { admits: false, why: 'no-rule', at: policy.at(['spec', 'podSelector']), peerAt: null, portAt: null } as const;
  return best ?? { ...head, ...none, differs: [] };
}

const isCloser = (a: PolicyFact, b: PolicyFact): boolean =>
  closeness(a) === closeness(b)
    ? a.admits === false && a.differs.length > 0 && (b.differs.length === 0 || a.differs.length < b.differs.length)
    : closeness(a) > closeness(b);

function closeness(fact: PolicyFact): number {
  if (fact.admits === true) return 3;
  if (fact.admits === null) return 2;
  return fact.why === 'port' ? 1 : 0;
}
