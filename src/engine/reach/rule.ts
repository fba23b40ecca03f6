import type { PolicyPeer, PolicyPort, PolicyRule } from '../objects/index.ts';
import type { At } from '../yaml/index.ts';
import { contains } from './cidr.ts';
import type { Party } from './party.ts';
import { selects, selectsNamespace } from './selector.ts';
import { and, type Tri } from './tri.ts';
import type { PolicyFact } from './types.ts';

export interface Connection {
  /** The other end, seen from the policy: the source for ingress, the destination for egress. */
  peer: Party;
  /** Whose container ports resolve a named port: always the destination. */
  destination: Party;
  port: number;
  protocol: string;
}

export interface RuleMatch {
  admits: Tri;
  why: PolicyFact['why'];
  peerAt: At | null;
  portAt: At | null;
}

/** One rule: peers AND ports; the entries of each list are alternatives; an absent or empty list is no restriction (networking/v1). */
export function matchRule(rule: PolicyRule, policyNamespace: string, c: Connection): RuleMatch {
  const peer = firstBest(rule.peers, (p) => matchPeer(p, policyNamespace, c.peer));
  const port = firstBest(rule.ports, (p) => ({ holds: matchPort(p, c), why: 'port' as const }));
  const admits = and(peer.holds, port.holds);
  const decisive = peer.holds === admits && peer.holds !== true ? peer : port;
  return { admits, why: admits === true ? 'admits' : decisive.why, peerAt: peer.at, portAt: port.at };
}

interface EntryMatch {
  holds: Tri;
  why: PolicyFact['why'];
}

/** The entry that matches, else one that might, else the first: what a reader should look at. */
function firstBest<T extends { at: At }>(entries: readonly T[] | null, match: (entry: T) => EntryMatch): EntryMatch & { at: At | null } {
  if (entries === null || entries.length === 0) return { holds: true, why: 'admits', at: null };
  let best: (EntryMatch & { at: At }) | null = null;
  for (const entry of entries) {
    const found = match(entry);
    if (found.holds === true) return { ...found, at: entry.at };
    if (best === null || (best.holds === false && found.holds === null)) best = { ...found, at: entry.at };
  }
  return best as EntryMatch & { at: At };
}

function matchPeer(peer: PolicyPeer, policyNamespace: string, party: Party): EntryMatch {
  if (peer.ipBlock !== null) return { holds: inBlock(peer.ipBlock, party), why: 'address' };
  if (peer.podSelector === null && peer.namespaceSelector === null) return { holds: false, why: 'peer' };
  if (party.kind === 'address') return party.mayBePod ? { holds: null, why: 'address' } : { holds: false, why: 'peer' };
  const namespace =
    peer.namespaceSelector === null ? party.namespace.name === policyNamespace : selectsNamespace(peer.namespaceSelector, party.namespace);
  const holds = and(namespace, matchPods(peer, party.labels));
  return { holds, why: holds === null && namespace === null ? 'namespace-unknown' : holds === null ? 'address' : 'peer' };
}

function matchPods(peer: PolicyPeer, labels: Parameters<typeof selects>[1] | null): Tri {
  if (peer.podSelector === null) return true;
  if (labels !== null) return selects(peer.podSelector, labels);
  return peer.podSelector.requirements.length === 0 && peer.podSelector.invalid === null ? true : null;
}

/**
 * Whether pod addresses match an ipBlock depends on the network plugin, and node addresses are not in the input:
 * both stay unknown, save that all of IPv4 holds every address which is no pod's.
 */
function inBlock(block: NonNullable<PolicyPeer['ipBlock']>, party: Party): Tri {
  if (party.kind === 'pods') return null;
  if (party.ip === null) return !party.mayBePod && block.cidr === '0.0.0.0/0' && block.except.length === 0 ? true : null;
  const ip = party.ip;
  return and(contains(block.cidr, ip), ...block.except.map((e) => negate(contains(e, ip))));
}

function negate(value: Tri): Tri {
  return value === null ? null : !value;
}

/** A number or range is the pod's own port, never the Service's; a name is looked up on the destination's containers. */
function matchPort(entry: PolicyPort, c: Connection): Tri {
  if (entry.protocol !== c.protocol) return false;
  if (entry.port === null) return true;
  if (typeof entry.port === 'number') return c.port >= entry.port && c.port <= (entry.endPort ?? entry.port);
  const { destination } = c;
  if (destination.kind === 'address') return destination.mayBePod ? null : false;
  if (destination.pod === null) return null;
  return destination.pod.containers.some(
    (container) =>
      (!container.init || container.sidecar) &&
      container.ports.some((p) => p.name === entry.port && p.protocol === c.protocol && p.containerPort === c.port),
  );
}
