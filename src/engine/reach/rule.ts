import type { PolicyPort, PolicyRule } from '../objects/index.ts';
import type { At } from '../yaml/index.ts';
import type { Party } from './party.ts';
import { type EntryMatch, matchPeer } from './peer.ts';
import { and, type Tri } from './tri.ts';
import type { PolicyDifference, PolicyFact } from './types.ts';

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
  differs: PolicyDifference[];
}

/** One rule: peers AND ports; the entries of each list are alternatives; an absent or empty list is no restriction (networking/v1). */
export function matchRule(rule: PolicyRule, policyNamespace: string, c: Connection): RuleMatch {
  const peer = nearest(rule.peers, (p) => matchPeer(p, policyNamespace, c.peer));
  const port = nearest(rule.ports, (p) => matchPort(p, c));
  const admits = and(peer.holds, port.holds);
  const decisive = peer.holds === admits && peer.holds !== true ? peer : port;
  const differs = [peer, port].flatMap((part) => (part.holds === true ? [] : part.differs));
  return { admits, why: admits === true ? 'admits' : decisive.why, peerAt: peer.at, portAt: port.at, differs };
}

type Placed = EntryMatch & { at: At | null };

/** The entry that matches, else one that might, else the one of which least differs: what a reader should look at. */
function nearest<T extends { at: At }>(entries: readonly T[] | null, match: (entry: T) => EntryMatch): Placed {
  if (entries === null || entries.length === 0) return { holds: true, why: 'admits', at: null, differs: [] };
  let best: Placed | null = null;
  for (const entry of entries) {
    const found = { ...match(entry), at: entry.at };
    if (found.holds === true) return found;
    if (best === null || nearer(found, best)) best = found;
  }
  return best as Placed;
}

const nearer = (a: EntryMatch, b: EntryMatch): boolean =>
  a.holds === b.holds ? a.differs.length > 0 && (b.differs.length === 0 || a.differs.length < b.differs.length) : a.holds === null;

/** A number or range is the pod's own port, never the Service's; a name is looked up on the destination's containers. */
function matchPort(entry: PolicyPort, c: Connection): EntryMatch {
  const place = { on: 'port', at: entry.at, theirs: null } as const;
  const no = (name: string, wanted: string, got: string): EntryMatch => ({
    holds: false,
    why: 'port',
    differs: [{ ...place, name, wanted, got }],
  });
  if (entry.protocol !== c.protocol) return no('protocol', entry.protocol, c.protocol);
  const holds = holdsPort(entry, c);
  if (holds !== false) return { holds, why: 'port', differs: [] };
  const range = entry.endPort === null ? '' : `-${entry.endPort}`;
  return no('port', `${entry.port}${range}`, String(c.port));
}

function holdsPort(entry: PolicyPort, { port, protocol, destination }: Connection): Tri {
  if (entry.port === null) return true;
  if (typeof entry.port === 'number') return port >= entry.port && port <= (entry.endPort ?? entry.port);
  if (destination.kind === 'address') return destination.mayBePod ? null : false;
  if (destination.pod === null) return null;
  return destination.pod.containers.some(
    (container) =>
      (!container.init || container.sidecar) &&
      container.ports.some((p) => p.name === entry.port && p.protocol === protocol && p.containerPort === port),
  );
}
