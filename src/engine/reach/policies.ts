import type { Cluster, Workload } from '../cluster/index.ts';
import type { NetworkPolicy, PolicyRule, Selector } from '../objects/index.ts';
import { selects } from './selector.ts';

const indexes = new WeakMap<Cluster, Map<string, NetworkPolicy[]>>();

/** All policies, of either direction, that select a workload's pods, by name. A policy the API server would refuse does not exist. */
export function policiesSelecting(cluster: Cluster, workload: Workload): NetworkPolicy[] {
  const inNamespace = byNamespace(cluster).get(workload.namespace) ?? [];
  return inNamespace.filter((policy) => selects(policy.podSelector, workload.podLabels));
}

/** report.md `policies`: which policies select the pods, whether or not they are enforced there. */
export function policyNames(cluster: Cluster, workload: Workload): string[] {
  return policiesSelecting(cluster, workload).map((policy) => policy.name);
}

function byNamespace(cluster: Cluster): Map<string, NetworkPolicy[]> {
  const known = indexes.get(cluster);
  if (known !== undefined) return known;
  const index = new Map<string, NetworkPolicy[]>();
  for (const policy of [...cluster.policies].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))) {
    if (!accepted(policy)) continue;
    const list = index.get(policy.namespace);
    if (list === undefined) index.set(policy.namespace, [policy]);
    else list.push(policy);
  }
  indexes.set(cluster, index);
  return index;
}

/** One malformed selector anywhere and the API server refuses the whole object (apimachinery ValidateLabelSelector). */
function accepted(policy: NetworkPolicy): boolean {
  const valid = (selector: Selector | null): boolean => selector === null || selector.invalid === null;
  const peersValid = (rule: PolicyRule): boolean =>
    rule.peers === null || rule.peers.every((peer) => valid(peer.podSelector) && valid(peer.namespaceSelector));
  return valid(policy.podSelector) && policy.ingress.every(peersValid) && policy.egress.every(peersValid);
}
