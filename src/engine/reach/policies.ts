import type { Cluster, Workload } from '../cluster/index.ts';
import type { Labels, NetworkPolicy, PolicyPeer, PolicyPort, PolicyRule, Selector } from '../objects/index.ts';
import { selects } from './selector.ts';

interface PolicyIndex {
  byNamespace: Map<string, NetworkPolicy[]>;
  /** Asked for once per chain and Prometheus; the answer is the same each time. */
  selecting: Map<Workload, readonly NetworkPolicy[]>;
}
const indexes = new WeakMap<Cluster, PolicyIndex>();

/** All policies, of either direction, that select a workload's pods, by name. A policy the API server would refuse does not exist. */
export function policiesSelecting(cluster: Cluster, workload: Workload): readonly NetworkPolicy[] {
  const { byNamespace, selecting } = indexOf(cluster);
  let found = selecting.get(workload);
  if (found === undefined) {
    found = (byNamespace.get(workload.namespace) ?? []).filter((policy) => selects(policy.podSelector, workload.podLabels));
    selecting.set(workload, found);
  }
  return found;
}

/** The same for pods that the cluster runs itself, by the labels that they are known to have. */
export const policiesOver = (cluster: Cluster, namespace: string, labels: Labels): readonly NetworkPolicy[] =>
  (indexOf(cluster).byNamespace.get(namespace) ?? []).filter((policy) => selects(policy.podSelector, labels));

/** Which policies select the pods, whether or not they are enforced there. */
export function policyNames(cluster: Cluster, workload: Workload): string[] {
  return policiesSelecting(cluster, workload).map((policy) => policy.name);
}

function indexOf(cluster: Cluster): PolicyIndex {
  const known = indexes.get(cluster);
  if (known !== undefined) return known;
  const byNamespace = new Map<string, NetworkPolicy[]>();
  for (const policy of [...cluster.policies].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    if (!accepted(policy)) continue;
    const list = byNamespace.get(policy.namespace);
    if (list === undefined) byNamespace.set(policy.namespace, [policy]);
    else list.push(policy);
  }
  const index: PolicyIndex = { byNamespace, selecting: new Map() };
  indexes.set(cluster, index);
  return index;
}

/** What the API server refuses does not exist: malformed selectors, peers and ports (kubernetes pkg/apis/networking/validation). */
function accepted(policy: NetworkPolicy): boolean {
  const valid = (selector: Selector | null): boolean => selector === null || selector.invalid === null;
  const ruleValid = ({ peers, ports }: PolicyRule): boolean =>
    (peers ?? []).every((peer) => valid(peer.podSelector) && valid(peer.namespaceSelector) && isOnePeer(peer)) &&
    (ports ?? []).every(isRange);
  return valid(policy.podSelector) && policy.ingress.every(ruleValid) && policy.egress.every(ruleValid);
}

/** Selectors or a block: a peer of neither, and one of both, is refused. */
const isOnePeer = ({ podSelector, namespaceSelector, ipBlock }: PolicyPeer): boolean =>
  (ipBlock === null) !== (podSelector === null && namespaceSelector === null);

/** `endPort` needs a number before it that is not greater. */
const isRange = ({ port, endPort }: PolicyPort): boolean => endPort === null || (typeof port === 'number' && endPort >= port);
