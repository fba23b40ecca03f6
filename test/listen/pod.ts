import type { Cluster, Workload } from '../../src/engine/cluster/index.ts';
import { type Listener, listenersOf } from '../../src/engine/listen/index.ts';
import type { Container, EnvVar } from '../../src/engine/objects/index.ts';

const at = { doc: 'pod.yaml#0', path: [], part: 'value' as const };

export interface Sketch {
  name?: string;
  command?: string[];
  /** `NAME=value`, `NAME<status.podIP` or `NAME?secret`. */
  env?: string[];
  /** `mountPath=volume`, volumes are ConfigMaps of the same name. */
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
    envFrom: [],
    ports: (sketch.ports ?? []).map((containerPort, index) => ({ index, name: null, containerPort, hostPort: null, protocol: 'TCP', at })),
    probes: [],
    volumeMounts: (sketch.mounts ?? []).map((m) => ({ name: m.split('=')[1] ?? '', mountPath: m.split('=')[0] ?? '', subPath: null })),
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
  /** ConfigMaps of the namespace: name → file → text. */
  configMaps?: Record<string, Record<string, string>>;
  nodeSelector?: Record<string, string>;
}

export function workload(containers: Container[], sketch: PodSketch = {}): Workload {
  const kind = sketch.kind ?? 'Deployment';
  const name = sketch.name ?? 'app';
  const volumes = containers.flatMap((c) =>
    c.volumeMounts.map((m) => ({ name: m.name, source: { kind: 'ConfigMap' as const, name: m.name } })),
  );
  return {
    id: `${kind}/ns/${name}`,
    kind,
    namespace: 'ns',
    name,
    podLabels: {},
    labelAt: () => at,
    pod: { hostNetwork: sketch.hostNetwork ?? false, serviceAccountName: 'default', automountToken: null, containers, volumes, at },
    objects: [`${kind}/ns/${name}`],
    generatedBy: null,
  };
}

/** As much of a cluster as listeners look at. */
export function clusterOf(workloads: Workload[], sketches: PodSketch[] = []): Cluster {
  const maps = sketches[0]?.configMaps ?? {};
  const body = (i: number) => ({ spec: { template: { spec: { nodeSelector: sketches[i]?.nodeSelector ?? {} } } } });
  return {
    workloads,
    objects: new Map(workloads.map((w, i) => [w.id, { raw: { body: () => body(i) } }])),
    configMap: (_: string, name: string) => (maps[name] ? { data: () => maps[name] } : null),
  } as unknown as Cluster;
}

/** `container host:port serves → upstream`, as a person would note it. */
export function notes(containers: Container[], sketch: PodSketch = {}): string[] {
  const w = workload(containers, sketch);
  return listenersOf(w, clusterOf([w], [sketch])).map(note);
}

export function note(l: Listener): string {
  const to = l.upstream ? ` → ${l.upstream.scheme}://${l.upstream.host}:${l.upstream.port}${l.upstream.known ? '' : '?'}` : '';
  return `${l.container} ${l.host}:${l.port}${l.protocol === 'UDP' ? '/udp' : ''} ${l.serves ?? '?'}${to}`;
}
