import type { Labels, WorkloadObject } from '../objects/index.ts';
import type { Cluster, Workload } from './types.ts';

/** A node pods may run on. */
export interface SimulatedNode {
  name: string;
  ip: string;
}

/** One pod as discovery would see it: of the input where it is there, else made up from its template. */
export interface Pod {
  workload: Workload;
  namespace: string;
  name: string;
  /** '' while it has none. */
  ip: string;
  hostIP: string;
  node: string;
  phase: string;
  ready: boolean;
  /** On its way out. */
  terminating: boolean;
  labels: Labels;
  annotations: Labels;
  /** null: only a running cluster knows. */
  uid: string | null;
  controller: { kind: string; name: string | null } | null;
  /** False where the input holds only a template: name, address and node are examples. */
  live: boolean;
}

/** Two nodes show what a DaemonSet does; more would show nothing new. */
export const EXAMPLE_NODES: readonly SimulatedNode[] = [
  { name: 'node-1', ip: '192.168.11.11' },
  { name: 'node-2', ip: '192.168.11.12' },
];

/** More pods of one template than this are not made up. */
const MOST_REPLICAS = 100;

const made = new WeakMap<Cluster, ReadonlyMap<Workload, readonly Pod[]>>();

/**
 * The pods of every workload, made once a cluster: real ones win, the others have example addresses in the order of
 * namespace, kind and name, so that the same input gives the same pods.
 */
export function podsOfCluster(cluster: Cluster): ReadonlyMap<Workload, readonly Pod[]> {
  const known = made.get(cluster);
  if (known) return known;
  const address = addresses();
  const sorted = [...cluster.workloads, ...cluster.ended].sort((a, b) => compare(orderOf(a), orderOf(b)));
  const pods = new Map(sorted.map((w) => [w, podsOf(w, address)] as const));
  made.set(cluster, pods);
  return pods;
}

const orderOf = (w: Workload): string => `${w.namespace}/${w.kind}/${w.name}`;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** 10.244.0.1, 10.244.0.2 … 10.244.1.1 … */
function addresses(): () => string {
  let n = 0;
  return () => {
    const [third, fourth] = [Math.floor(n / 254) % 256, (n % 254) + 1];
    n++;
    return `10.244.${third}.${fourth}`;
  };
}

function podsOf(w: Workload, address: () => string): Pod[] {
  const running = w.live.filter((o) => o.id !== w.id || o.phase !== null || o.podIP !== null || o.ready !== null || o.terminating);
  if (running.length > 0) return running.map((o, i) => livePod(w, o, i, address));
  const own = w.live[0];
  return w.families.flatMap(({ name, labels }) =>
    Array.from({ length: countOf(w) }, (_, i) => {
      const node = nodeAt(i, own?.nodeName ?? null);
      const podName = w.kind === 'Pod' ? w.name : w.kind === 'DaemonSet' ? `${name}-${node.name}` : `${name}-${i}`;
      return {
        workload: w,
        namespace: w.namespace,
        name: podName,
        ip: w.pod.hostNetwork ? node.ip : address(),
        hostIP: node.ip,
        node: own?.nodeName ?? node.name,
        phase: 'Running',
        ready: true,
        terminating: false,
        labels: w.kind === 'StatefulSet' ? { ...ordinalLabels(podName, i), ...labels } : labels,
        annotations: w.podAnnotations,
        uid: null,
        controller: controllerOf(w),
        live: false,
      };
    }),
  );
}

/** The node that is named, where it is one of the examples; else they take turns. */
const nodeAt = (index: number, name: string | null): SimulatedNode =>
  EXAMPLE_NODES.find((node) => node.name === name) ?? (EXAMPLE_NODES[index % EXAMPLE_NODES.length] as SimulatedNode);

function countOf(w: Workload): number {
  if (w.kind === 'DaemonSet') return EXAMPLE_NODES.length;
  const single = w.kind === 'Pod' || w.kind === 'Job' || w.kind === 'CronJob';
  return single ? 1 : Math.min(Math.max(w.replicas ?? 1, 0), MOST_REPLICAS);
}

/** As the StatefulSet controller sets them. */
const ordinalLabels = (name: string, index: number): Labels => ({
  'statefulset.kubernetes.io/pod-name': name,
  'apps.kubernetes.io/pod-index': String(index),
});

/** The name of a ReplicaSet or Job in between is made up by the cluster. */
function controllerOf(w: Workload): Pod['controller'] {
  if (w.kind === 'Pod') return null;
  const between = { Deployment: 'ReplicaSet', CronJob: 'Job' }[w.kind];
  return between ? { kind: between, name: null } : { kind: w.kind, name: w.name };
}

/** A pod of the input. One that nobody ever ran, written by hand with a status, gets what a cluster would give it. */
function livePod(w: Workload, o: WorkloadObject, index: number, address: () => string): Pod {
  const ran = o.uid !== null || o.hostIP !== null || o.podIP !== null;
  const node = nodeAt(index, o.nodeName);
  return {
    workload: w,
    namespace: o.namespace,
    name: o.name,
    // A pod that waits for its node has no address.
    ip: o.podIP ?? (ran || o.phase === 'Pending' ? '' : w.pod.hostNetwork ? node.ip : address()),
    hostIP: o.hostIP ?? (ran ? '' : node.ip),
    node: o.nodeName ?? (ran ? '' : node.name),
    phase: o.phase ?? 'Running',
    ready: o.ready ?? (o.phase === null && !ran),
    terminating: o.terminating,
    labels: o.podLabels,
    annotations: o.podAnnotations,
    uid: o.uid,
    controller: o.owner,
    live: ran,
  };
}
