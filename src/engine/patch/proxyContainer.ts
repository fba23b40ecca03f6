import type { Cluster, Workload } from '../cluster/index.ts';
import { invocationOf, listenersOf } from '../listen/index.ts';
import type { JsonMap } from '../yaml/index.ts';
import { mapAt, mapOf } from './input.ts';

const IMAGE = 'quay.io/brancz/kube-rbac-proxy';
/** Taken where the input has no kube-rbac-proxy to go by; the version kube-prometheus ships in 2026. */
const TAG = 'v0.22.1';

interface Wanted {
  workload: Workload;
  /** Where it listens. */
  number: number;
  /** Containers say their name first. */
  nameFirst: boolean;
  /** Where the process behind it listens. */
  upstream: number;
  /** Paths that are answered without a token: the kubelet's probes carry none. */
  open: readonly string[];
  port: JsonMap;
}

/** A kube-rbac-proxy as a container: a port in https, tokens checked, requests passed on over loopback. */
export function proxyContainer(cluster: Cluster, wanted: Wanted): JsonMap {
  const { workload, number } = wanted;
  const model = knownProxy(cluster);
  // On the node's network a wildcard would take the port on every address; one address is enough and leaves loopback free.
  const host = workload.pod.hostNetwork ? '[$(IP)]' : '';
  const args = [
    `--secure-listen-address=${host}:${number}`,
    ...(model?.ciphers ? [model.ciphers] : []),
    `--upstream=http://127.0.0.1:${wanted.upstream}/`,
    ...(wanted.open.length > 0 ? [`--ignore-paths=${wanted.open.join(',')}`] : []),
  ];
  const env = host === '' ? {} : { env: [{ name: 'IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }] };
  const rest = {
    image: model?.image ?? `${IMAGE}:${TAG}`,
    name: freeContainerName(workload),
    ports: [wanted.port],
    resources: model?.resources ?? { limits: { cpu: '20m', memory: '40Mi' }, requests: { cpu: '10m', memory: '20Mi' } },
    securityContext: model?.securityContext ?? {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
      runAsGroup: 65532,
      runAsNonRoot: true,
      runAsUser: 65532,
    },
  };
  const { name, image, ...others } = rest;
  return wanted.nameFirst ? { name, image, args, ...env, ...others } : { args, ...env, ...rest };
}

function freeContainerName({ pod }: Workload): string {
  const taken = new Set(pod.containers.map((c) => c.name));
  for (let n = 1; ; n++) {
    const name = n === 1 ? 'kube-rbac-proxy' : `kube-rbac-proxy-${n}`;
    if (!taken.has(name)) return name;
  }
}

interface Model {
  image: string;
  ciphers: string | null;
  resources: JsonMap | null;
  securityContext: JsonMap | null;
}

/** Another proxy of the input: its image is known to be pulled there, and its ciphers and limits were somebody's decision. */
function knownProxy(cluster: Cluster): Model | null {
  for (const workload of cluster.workloads) {
    const owner = cluster.objects.get(workload.generatedBy ?? workload.id);
    for (const container of workload.pod.containers) {
      if (container.image === null || container.path === null || !owner) continue;
      const name = invocationOf(container, workload, cluster).repository.split('/').at(-1);
      if (name !== 'kube-rbac-proxy') continue;
      const ciphers = container.argv.find((a) => a.text.startsWith('--tls-cipher-suites='))?.text ?? null;
      const raw = mapAt(owner.raw, owner.at(container.path));
      const own = (key: string): JsonMap | null => (Object.keys(mapOf(raw[key])).length > 0 ? mapOf(raw[key]) : null);
      return { image: container.image, ciphers, resources: own('resources'), securityContext: own('securityContext') };
    }
  }
  return null;
}

/** A port on loopback that nobody in the pod, or on the node where pods share it, is known to use. */
export function freePort({ workload, number }: { workload: Workload; number: number }, cluster: Cluster): number {
  const { hostNetwork } = workload.pod;
  const sharing = hostNetwork ? cluster.workloads.filter((w) => w.pod.hostNetwork || w === workload) : [workload];
  const used = new Set(
    sharing.flatMap((w) => [
      ...listenersOf(w, cluster).map((l) => l.port),
      ...w.pod.containers.flatMap((c) => c.ports.flatMap((p) => [p.containerPort, p.hostPort ?? 0])),
    ]),
  );
  for (let port = number + 1; port <= 65535; port++) if (!used.has(port)) return port;
  let port = 10000;
  while (used.has(port)) port++;
  return port;
}
