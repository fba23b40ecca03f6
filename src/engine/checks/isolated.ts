import type { Cluster, Workload } from '../cluster/index.ts';
import { policiesSelecting } from '../reach/index.ts';

/** Policies stand before every port of these pods; what they admit is their author's decision. */
export const isolated = (cluster: Cluster, workload: Workload): boolean =>
  !workload.pod.hostNetwork && policiesSelecting(cluster, workload).some((policy) => policy.ingressType);
