import type { Cluster, Workload } from '../cluster/index.ts';
import type { Container, EnvVar } from '../objects/index.ts';
import type { At } from '../yaml/index.ts';
import { HOST_IP, POD_IP } from './address.ts';
import { expand } from './argv/expand.ts';

export interface Value {
  value: string;
  at: At;
  /** False where only the cluster knows: a Secret, a missing ConfigMap. */
  known: boolean;
}

/**
 * A container's variables in the order the kubelet sets them: envFrom, then env, where a value may use variables
 * defined before it (domain.md h1). Addresses become symbols; with hostNetwork the pod's is the node's.
 */
export function environmentOf(container: Container, workload: Workload, cluster: Cluster): Map<string, Value> {
  const { namespace } = workload;
  const all = new Map<string, Value>();
  for (const from of container.envFrom) {
    const data = from.kind === 'ConfigMap' ? (cluster.configMap(namespace, from.name)?.data() ?? {}) : {};
    for (const [key, value] of Object.entries(data)) all.set(from.prefix + key, { value, at: container.at, known: true });
  }
  for (const e of container.env) {
    const value = resolve(e, workload, cluster, all);
    all.set(e.name, { value: value ?? '', at: e.at, known: value !== null });
  }
  return all;
}

/** Fills in `$(NAME)` as the kubelet does for this container. */
export function expanderOf(container: Container, workload: Workload, cluster: Cluster): (text: string) => string {
  let env: Map<string, Value> | null = null;
  return (text) => {
    if (!text.includes('$')) return text;
    env ??= environmentOf(container, workload, cluster);
    return expand(text, (name) => knownValue(env?.get(name)));
  };
}

/** True when `envFrom` may set variables that the input does not show. */
export const hasUnreadSource = (container: Container, namespace: string, cluster: Cluster): boolean =>
  container.envFrom.some((from) => from.kind === 'Secret' || !cluster.configMap(namespace, from.name));

/** Arguments of running containers that ask for a variable which nothing sets: `$(NAME)` then stays as it is written. */
export function undefinedIn(workload: Workload, cluster: Cluster): { container: string; name: string; text: string; at: At }[] {
  return workload.pod.containers.flatMap((container) => {
    const asking = container.argv.filter((arg) => arg.text.includes('$('));
    if (asking.length === 0 || (container.init && !container.sidecar) || hasUnreadSource(container, workload.namespace, cluster)) return [];
    const env = environmentOf(container, workload, cluster);
    return asking.flatMap(({ text, at }) => {
      const missing: string[] = [];
      expand(text, (name) => {
        if (VARIABLE.test(name) && !env.has(name) && !SERVICE_VARIABLE.test(name)) missing.push(name);
        return null;
      });
      return missing.slice(0, 1).map((name) => ({ container: container.name, name, text, at }));
    });
  });
}

/** Others are a shell's `$(command)`. */
const VARIABLE = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Set by the kubelet for every Service of the namespace (enableServiceLinks). */
const SERVICE_VARIABLE = /_(SERVICE_(HOST|PORT)|PORT)(_|$)/;

function resolve(e: EnvVar, workload: Workload, cluster: Cluster, before: ReadonlyMap<string, Value>): string | null {
  if (e.value !== null) return expand(e.value, (name) => knownValue(before.get(name)));
  if (e.fieldPath !== null) return field(e.fieldPath, workload);
  if (e.from?.kind === 'ConfigMap') {
    const data = cluster.configMap(workload.namespace, e.from.name)?.data() ?? {};
    return Object.hasOwn(data, e.from.key) ? (data[e.from.key] ?? null) : null;
  }
  return null;
}

export const knownValue = (v: Value | undefined): string | null => (v?.known ? v.value : null);

/** Labels of one pod are those of its template; names and nodes are given when it is made. */
function field(path: string, { namespace, podLabels, pod }: Workload): string | null {
  const label = /^metadata\.labels\['([^']+)'\]$/.exec(path)?.[1];
  if (label !== undefined) return Object.hasOwn(podLabels, label) ? (podLabels[label] ?? null) : null;
  switch (path) {
    case 'status.podIP':
    case 'status.podIPs':
      return POD_IP;
    case 'status.hostIP':
    case 'status.hostIPs':
      return pod.hostNetwork ? POD_IP : HOST_IP;
    case 'metadata.namespace':
      return namespace;
    case 'spec.serviceAccountName':
      return pod.serviceAccountName;
    default:
      return null;
  }
}
