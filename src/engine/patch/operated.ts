import type { Chain } from '../chain/index.ts';
import type { Cluster, Workload } from '../cluster/index.ts';
import type { OperatedObject, PrometheusObject } from '../objects/index.ts';

export type Operated = PrometheusObject | OperatedObject;

/** Pods that the operator makes, with the custom resource it makes them from. */
export interface OperatedPods {
  workload: Workload;
  resource: Operated;
}

/** The pods a chain leads to where the operator makes all of them; null elsewhere, and where the input holds the pods themselves. */
export function operatedPods(cluster: Cluster, chain: Chain): OperatedPods[] | null {
  const found = new Map<string, OperatedPods>();
  for (const target of chain.targets) {
    const workload = cluster.workloads.find((w) => w.id === target.workload);
    const resource = workload?.generatedBy ? cluster.objects.get(workload.generatedBy) : undefined;
    if (!workload || !resource || !('spec' in resource) || workload.live.length > 0) return null;
    found.set(workload.id, { workload, resource });
  }
  return found.size > 0 ? [...found.values()] : null;
}

/** The name of a declared pod port. */
export const portNameOf = (workload: Workload, number: number): string | null =>
  workload.pod.containers.flatMap((c) => c.ports).findLast((p) => p.containerPort === number && p.protocol === 'TCP')?.name ?? null;
