import type { Service, WorkloadObject } from '../objects/index.ts';
import { generateService } from './generated.ts';
import { type KubeletName, kubeletNames, kubeletServices } from './operator/kubelet.ts';
import { governingServices } from './operator/services.ts';
import type { Operated } from './operator/types.ts';
import type { PodIndex } from './podIndex.ts';
import { provided } from './provided/index.ts';
import type { ClusterService, Workload } from './types.ts';

interface Parts {
  services: readonly Service[];
  operated: readonly Operated[];
  workloads: readonly Workload[];
  pods: PodIndex;
  workloadObject(id: string): WorkloadObject | null;
}

/** Services of the input, then those the operator and the cluster add unless the input has them. */
export function allServices(parts: Parts): ClusterService[] {
  const taken = new Set(parts.services.map((s) => s.id));
  const kubelets = kubeletNames(parts.workloads);
  return [
    ...parts.services.map((service) => fromInput(service, kubelets)),
    ...governingServices(parts.operated, taken),
    ...kubeletServices(kubelets, parts.workloadObject, taken),
    ...clusterServices(parts.pods, taken),
  ];
}

function clusterServices(pods: PodIndex, taken: ReadonlySet<string>): ClusterService[] {
  return provided.flatMap(({ service, providedBy }) => {
    if (taken.has(`Service/${service.namespace}/${service.name}`)) return [];
    const inside = service.selector !== null && pods.podsMatching(service.namespace, service.selector).length > 0;
    return [generateService(service, null, providedBy, !inside)];
  });
}

/** A dump contains the very Services that the cluster and the operator fill: still theirs, and still without pods to look at. */
function fromInput(service: Service, kubelets: readonly KubeletName[]): ClusterService {
  const maker = service.selector === null ? makerOf(service, kubelets) : null;
  return { service, providedBy: maker, external: maker !== null };
}

function makerOf({ namespace, name }: Service, kubelets: readonly KubeletName[]): string | null {
  const cluster = provided.find((p) => p.service.selector === null && p.service.namespace === namespace && p.service.name === name);
  if (cluster) return cluster.providedBy;
  return kubelets.some((k) => k.namespace === namespace && k.name === name) ? 'operator:kubelet' : null;
}
