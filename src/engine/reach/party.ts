import type { Cluster, NamespaceInfo, Workload } from '../cluster/index.ts';
import type { Labels, PodSpec } from '../objects/index.ts';
import type { At } from '../yaml/index.ts';

/** One end of a connection, as a NetworkPolicy sees it. */
export type Party = PodParty | AddressParty;

export interface PodParty {
  kind: 'pods';
  namespace: NamespaceInfo;
  /** null: pods that the cluster runs and the input does not describe. */
  labels: Labels | null;
  /** Where a label that they have stands. */
  labelAt(key: string): At | null;
  pod: PodSpec | null;
}

export interface AddressParty {
  kind: 'address';
  /** null: an address that is not in the input. */
  ip: string | null;
  /** Whether the address could belong to a pod, so that a selector might match it. Never for nodes and for what is outside the cluster. */
  mayBePod: boolean;
}

/** Traffic of hostNetwork pods carries the node's address: as a peer they are no pods (Kubernetes docs, Network Policies). */
export function partyOf(cluster: Cluster, workload: Workload): Party {
  if (workload.pod.hostNetwork) return NODE;
  return {
    kind: 'pods',
    namespace: cluster.namespace(workload.namespace),
    labels: workload.podLabels,
    labelAt: workload.labelAt,
    pod: workload.pod,
  };
}

/** A node's own address: kubelet, API server, hostNetwork pods. */
export const NODE: AddressParty = { kind: 'address', ip: null, mayBePod: false };
/** Somebody, somewhere. */
export const ANYBODY: AddressParty = { kind: 'address', ip: null, mayBePod: true };
