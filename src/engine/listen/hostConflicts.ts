import type { Cluster, Workload } from '../cluster/index.ts';
import type { Json } from '../yaml/index.ts';
import { clash } from './conflicts.ts';
import { isMap, step } from './json.ts';
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
    conflicts = [...onSameNodes(cluster).values()].flatMap(meeting);
    found.set(cluster, conflicts);
  }
  return conflicts;
}

/** Listeners that meet for sure, under one key: the same port on the same nodes. */
function onSameNodes(cluster: Cluster): Map<string, OnNode[]> {
  const groups = new Map<string, OnNode[]>();
  for (const workload of cluster.workloads) {
    const nodes = workload.kind === 'DaemonSet' && workload.pod.hostNetwork ? placement(workload, cluster) : null;
    if (nodes === null) continue;
    for (const listener of listenersOf(workload, cluster)) {
      const key = `${listener.port} ${nodes}`;
      const list = groups.get(key);
      if (list) list.push({ workload, listener });
      else groups.set(key, [{ workload, listener }]);
    }
  }
  return groups;
}

/** Each listener against the first one it meets: one report per process too many. */
function meeting(list: readonly OnNode[]): HostConflict[] {
  return list.flatMap((b, i): HostConflict[] => {
    const a = list.slice(0, i).find((other) => meets(other.workload, b.workload) && clash(other.listener, b.listener));
    return a ? [{ port: b.listener.port, first: a.listener, second: b.listener, workload: a.workload, other: b.workload }] : [];
  });
}

/** Not with itself, and not with its namesake of another namespace: that is the same DaemonSet in another cluster, given along. */
const meets = (a: Workload, b: Workload): boolean => a !== b && !(a.kind === b.kind && a.name === b.name && a.namespace !== b.namespace);

const hosted = new WeakMap<Cluster, Workload[]>();

/** Listeners that may share a pod's network namespace: those of the input's other hostNetwork workloads, when it is one. */
export function onSameNode(workload: Workload, cluster: Cluster): Listener[] {
  if (!workload.pod.hostNetwork) return [];
  let others = hosted.get(cluster);
  if (!others) {
    others = cluster.workloads.filter((w) => w.pod.hostNetwork);
    hosted.set(cluster, others);
  }
  return others.filter((other) => meets(workload, other)).flatMap((other) => listenersOf(other, cluster));
}

/** nodeName, nodeSelector and affinity as text; equal texts go to the same nodes. null when the DaemonSet itself is not in the input. */
function placement(workload: Workload, cluster: Cluster): string | null {
  const template = cluster.objects.get(workload.id);
  if (!template) return null;
  const pod = step(step(step(template.raw.body(), 'spec'), 'template'), 'spec');
  return JSON.stringify([step(pod, 'nodeName'), sorted(step(pod, 'nodeSelector')), step(pod, 'affinity')]);
}

const sorted = (value: Json): Json => (isMap(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : value);
