import { type PolicyPeer, requirementText, type Selector } from '../objects/index.ts';
import type { At } from '../yaml/index.ts';
import { contains } from './cidr.ts';
import type { Party, PodParty } from './party.ts';
import { labelOf, requirementHolds, selects, selectsNamespace } from './selector.ts';
import { and, type Tri } from './tri.ts';
import type { PolicyDifference, PolicyFact } from './types.ts';

/** How one entry of a list of peers or ports fares, and what is different where it does not fit. */
export interface EntryMatch {
  holds: Tri;
  why: PolicyFact['why'];
  differs: PolicyDifference[];
}

/** One entry of `from` or `to` (networking/v1 NetworkPolicyPeer): both selectors must hold, and an ipBlock stands alone. */
export function matchPeer(peer: PolicyPeer, policyNamespace: string, party: Party): EntryMatch {
  if (peer.ipBlock !== null) {
    const holds = inBlock(peer.ipBlock, party);
    return { holds, why: 'address', differs: holds === false ? [outOfBlock(peer.ipBlock.cidr, party, peer.at)] : [] };
  }
  if (peer.podSelector === null && peer.namespaceSelector === null) return { holds: false, why: 'peer', differs: [] };
  if (party.kind === 'address') {
    if (party.mayBePod) return { holds: null, why: 'address', differs: [] };
    return { holds: false, why: 'peer', differs: [notAPod(peer)] };
  }
  const namespace =
    peer.namespaceSelector === null ? party.namespace.name === policyNamespace : selectsNamespace(peer.namespaceSelector, party.namespace);
  const holds = and(namespace, matchPods(peer.podSelector, party));
  const why = holds === null && namespace === null ? 'namespace-unknown' : holds === null ? 'address' : 'peer';
  return { holds, why, differs: holds === true ? [] : differences(peer, policyNamespace, party) };
}

function matchPods(selector: Selector | null, { labels }: PodParty): Tri {
  if (selector === null) return true;
  if (labels !== null) return selects(selector, labels);
  return selector.requirements.length === 0 && selector.invalid === null ? true : null;
}

/** Requirement by requirement, those that fail or cannot be told. */
function differences(peer: PolicyPeer, policyNamespace: string, party: PodParty): PolicyDifference[] {
  const found: PolicyDifference[] = [];
  const { namespace } = party;
  if (peer.namespaceSelector === null && namespace.name !== policyNamespace)
    found.push({ on: 'namespace', name: 'namespace', wanted: policyNamespace, got: namespace.name, at: peer.at, theirs: null });
  for (const r of peer.namespaceSelector?.requirements ?? []) {
    if (requirementHolds(r, namespace) === true) continue;
    const got = labelOf(namespace.labels, r.key) ?? null;
    const theirs = got === null ? null : (namespace.object?.at(['metadata', 'labels', r.key]) ?? null);
    found.push({ on: 'namespace', name: r.key, wanted: requirementText(r), got, at: r.at, theirs });
  }
  const { labels } = party;
  if (labels === null) return found;
  for (const r of peer.podSelector?.requirements ?? []) {
    if (selects({ requirements: [r], at: r.at, invalid: null }, labels)) continue;
    const got = labelOf(labels, r.key) ?? null;
    found.push({ on: 'pod', name: r.key, wanted: requirementText(r), got, at: r.at, theirs: got === null ? null : party.labelAt(r.key) });
  }
  return found;
}

const notAPod = (peer: PolicyPeer): PolicyDifference => ({ on: 'address', name: 'pod', wanted: '', got: null, at: peer.at, theirs: null });

const outOfBlock = (cidr: string, party: Party, at: At): PolicyDifference => ({
  on: 'address',
  name: 'ipBlock',
  wanted: cidr,
  got: party.kind === 'address' ? party.ip : null,
  at,
  theirs: null,
});

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
