import type { Cluster } from '../cluster/index.ts';
import type { ForeignPolicy } from '../objects/index.ts';

interface ForeignIndex {
  everywhere: ForeignPolicy[];
  byNamespace: Map<string, ForeignPolicy[]>;
}
const indexes = new WeakMap<Cluster, ForeignIndex>();

/** Policies of network plugins and meshes that may concern pods of these namespaces. Nothing here says what they admit. */
export function unevaluatedPolicies(cluster: Cluster, namespaces: ReadonlySet<string>): ForeignPolicy[] {
  const { everywhere, byNamespace } = indexOf(cluster);
  return [...everywhere, ...[...namespaces].flatMap((namespace) => byNamespace.get(namespace) ?? [])];
}

function indexOf(cluster: Cluster): ForeignIndex {
  const known = indexes.get(cluster);
  if (known) return known;
  const index: ForeignIndex = { everywhere: [], byNamespace: new Map() };
  for (const policy of cluster.foreignPolicies) {
    const list = policy.clusterWide ? index.everywhere : (index.byNamespace.get(policy.namespace) ?? []);
    list.push(policy);
    if (!policy.clusterWide) index.byNamespace.set(policy.namespace, list);
  }
  indexes.set(cluster, index);
  return index;
}
