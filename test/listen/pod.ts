import type { Cluster, Workload } from '../../src/engine/cluster/index.ts';
import { type Listener, listenersOf } from '../../src/engine/listen/index.ts';
import type { Container, EnvVar, Volume } from '../../src/engine/objects/index.ts';

const at = { doc: 'pod.yaml#0', path: [], part: 'value' as const };

export interface Sketch {
  name?: string;
  command?: string[];
  /** `NAME=value`, `NAME<status.podIP` or `NAME?secret`. */
  env?: string[];
  /** Secrets of `envFrom`. */
  envFrom?: string[];
  /** `mountPath=volume` or `mountPath=volume:subPath`; volumes are ConfigMaps of the same name unless the pod says otherwise. */
  mounts?: string[];
  ports?: number[];
  init?: boolean;
  sidecar?: boolean;
  operator?: boolean;
}

/** A container in one line: image, arguments, the rest. */
export function container(image: string, args: string[] = [], sketch: Sketch = {}): Container {
  const name = sketch.name ?? lastPart(image);
  return {
    name,
    image,
    argv: [...(sketch.command ?? []).map((text) => ({ text, at, isArg: false })), ...args.map((text) => ({ text, at, isArg: true }))],
    env: (sketch.env ?? []).map(variable),
    envFrom: (sketch.envFrom ?? []).map((from) => ({ kind: 'Secret', name: from, prefix: '' })),
    ports: (sketch.ports ?? []).map((containerPort, index) => ({ index, name: null, containerPort, hostPort: null, protocol: 'TCP', at })),
    probes: [],
    volumeMounts: (sketch.mounts ?? []).map((m) => {
      const [mountPath = '', name = '', subPath] = m.split(/[=:]/);
      return { name, mountPath, subPath: subPath ?? null };
    }),
    init: (sketch.init ?? false) || (sketch.sidecar ?? false),
    sidecar: sketch.sidecar ?? false,
    path: sketch.operator ? null : ['spec', 'containers', 0],
    at,
  };
}

/** `registry:5000/group/name:tag@digest` → `name` */
const lastPart = (image: string) => image.slice(image.lastIndexOf('/') + 1).replace(/[:@].*/, '');

function variable(text: string): EnvVar {
  const [, name = '', mark, rest = ''] = /^(\w+)([=<?])(.*)$/s.exec(text) ?? [];
  return {
    name,
    value: mark === '=' ? rest : null,
    fieldPath: mark === '<' ? rest : null,
    from: mark === '?' ? { kind: 'Secret', name: rest, key: name } : null,
    at,
  };
}

export interface PodSketch {
  kind?: string;
  name?: string;
  hostNetwork?: boolean;
  labels?: Record<string, string>;
  /** ConfigMaps of the namespace: name → file → text. */
  configMaps?: Record<string, Record<string, string>>;
  /** Volumes that are not ConfigMaps of their name: volume → sources. */
  volumes?: Record<string, Volume['sources']>;
  nodeSelector?: Record<string, string>;
  namespace?: string;
  nodeName?: string;
}

export function workload(containers: Container[], sketch: PodSketch = {}): Workload {
  const kind = sketch.kind ?? 'Deployment';
  const name = sketch.name ?? 'app';
  const volumes = containers.flatMap((c) =>
    c.volumeMounts.map(({ name }): Volume => ({ name, sources: sketch.volumes?.[name] ?? [{ kind: 'ConfigMap', name, items: null }] })),
  );
  const namespace = sketch.namespace ?? 'ns';
  return {
    id: `${kind}/${namespace}/${name}`,
    kind,
    namespace,
    name,
    podLabels: sketch.labels ?? {},
    podAnnotations: {},
    live: [],
    families: [{ name, labels: sketch.labels ?? {} }],
    replicas: null,
    labelAt: () => at,
    pod: { hostNetwork: sketch.hostNetwork ?? false, serviceAccountName: 'default', automountToken: null, containers, volumes, at },
    objects: [`${kind}/${namespace}/${name}`],
    generatedBy: null,
  };
}

/** As much of a cluster as listeners look at. */
export function clusterOf(workloads: Workload[], sketches: PodSketch[] = []): Cluster {
  const maps = sketches[0]?.configMaps ?? {};
  const nodes = (s: PodSketch = {}) => ({ nodeSelector: s.nodeSelector ?? {}, nodeName: s.nodeName ?? null });
  const body = (i: number) => ({ spec: { template: { spec: nodes(sketches[i]) } } });
  return {
    workloads,
    objects: new Map(workloads.map((w, i) => [w.id, { raw: { body: () => body(i) } }])),
    configMap: (_: string, name: string) => (maps[name] ? { data: () => maps[name] } : null),
  } as unknown as Cluster;
}

/** `container host:port serves → upstream`, as a person would note it; `?` after what is only assumed. */
export function notes(containers: Container[], sketch: PodSketch = {}): string[] {
  const w = workload(containers, sketch);
  return listenersOf(w, clusterOf([w], [sketch])).map(note);
}

export function note(l: Listener): string {
  const to = l.upstream ? ` → ${l.upstream.scheme}://${l.upstream.host}:${l.upstream.port}${l.upstream.known ? '' : '?'}` : '';
  const scheme = `${l.serves ?? '?'}${l.serves && !l.schemeCertain ? '?' : ''}`;
  return `${l.container} ${l.host}:${l.port}${l.addressCertain ? '' : '?'}${l.protocol === 'UDP' ? '/udp' : ''} ${scheme}${to}`;
}
