import type { Cluster, Workload } from '../cluster/index.ts';
import type { Json, JsonMap } from '../yaml/index.ts';
import { clash } from './conflicts.ts';
import { listenersOf } from './listeners.ts';
import type { Conflict, Listener } from './types.ts';

/** Two workloads whose processes meet on every node they share. */
export interface HostConflict extends Conflict {
  workload: Workload;
  other: Workload;
}

interface OnNode {
  workload: Workload;
  listener: Listener;
}

const found = new WeakMap<Cluster, HostConflict[]>();

/**
 * Conflicts in the nodes' network namespace between workloads of the input. Only DaemonSets with the same placement are
 * sure to share a node; of anything else it cannot be told, and nothing is said.
 */
export function hostConflicts(cluster: Cluster): readonly HostConflict[] {
  let conflicts = found.get(cluster);
  if (!conflicts) {
    conflicts = [...byPort(cluster).values()].flatMap((list) => meeting(list, cluster));
    found.set(cluster, conflicts);
  }
  return conflicts;
}

function byPort(cluster: Cluster): Map<number, OnNode[]> {
  const ports = new Map<number, OnNode[]>();
  for (const workload of cluster.workloads) {
    if (workload.kind !== 'DaemonSet' || !workload.pod.hostNetwork) continue;
    for (const listener of listenersOf(workload, cluster)) {
      const list = ports.get(listener.port);
      if (list) list.push({ workload, listener });
      else ports.set(listener.port, [{ workload, listener }]);
    }
  }
  return ports;
}

function meeting(list: readonly OnNode[], cluster: Cluster): HostConflict[] {
  return list.flatMap((a, i) =>
    list.slice(i + 1).flatMap((b): HostConflict[] => {
      const apart =
        a.workload === b.workload || !clash(a.listener, b.listener) || placement(a.workload, cluster) !== placement(b.workload, cluster);
      return apart ? [] : [{ port: a.listener.port, first: a.listener, second: b.listener, workload: a.workload, other: b.workload }];
    }),
  );
}

/** nodeSelector and affinity as text; equal texts go to the same nodes. */
function placement(workload: Workload, cluster: Cluster): string | null {
  const body: Json = cluster.objects.get(workload.objects[0] ?? '')?.raw.body() ?? null;
  const pod = step(step(step(body, 'spec'), 'template'), 'spec');
  return JSON.stringify([sorted(step(pod, 'nodeSelector')), step(pod, 'affinity')]);
}

const isMap = (value: Json): value is JsonMap => typeof value === 'object' && value !== null && !Array.isArray(value);
const step = (value: Json, key: string): Json => (isMap(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null);
const sorted = (value: Json): Json => (isMap(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value);
