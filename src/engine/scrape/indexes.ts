import type { Cluster, ClusterService, Workload } from '../cluster/index.ts';
import { indexLabels, type LabelIndex } from './labelIndex.ts';

interface Indexes {
  services: LabelIndex<ClusterService>;
  workloads: LabelIndex<Workload>;
}
const built = new WeakMap<Cluster, Indexes>();

/** Label indexes of a cluster, made once and shared by every endpoint. */
export function indexesOf(cluster: Cluster): Indexes {
  let indexes = built.get(cluster);
  if (!indexes) {
    indexes = {
      services: indexLabels(cluster.services, (s) => s.service),
      workloads: indexLabels(cluster.workloads, (w) => ({ labels: w.podLabels, namespace: w.namespace, name: w.name })),
    };
    built.set(cluster, indexes);
  }
  return indexes;
}
