import type { Arg, Container, ContainerPort, EnvVar, KubeObject } from '../../objects/index.ts';

export interface ContainerSketch {
  name: string;
  image: string;
  command?: readonly string[];
  args?: readonly string[];
  ports?: readonly { name: string; number: number; protocol?: 'TCP' | 'UDP' }[];
  env?: readonly { name: string; fieldPath: string }[];
  init?: boolean;
}

/** A container the operator writes: same shape as one from a manifest, evidence on the custom resource. */
export function containerOf(maker: KubeObject, sketch: ContainerSketch): Container {
  const at = maker.at(['spec'], 'key');
  const words = (list: readonly string[] | undefined, isArg: boolean): Arg[] => (list ?? []).map((text) => ({ text, at, isArg }));
  return {
    name: sketch.name,
    image: sketch.image,
    argv: [...words(sketch.command, false), ...words(sketch.args, true)],
    env: (sketch.env ?? []).map((e): EnvVar => ({ ...e, value: null, from: null, at })),
    envFrom: [],
    ports: (sketch.ports ?? []).map(
      (p, index): ContainerPort => ({ index, name: p.name, containerPort: p.number, hostPort: null, protocol: p.protocol ?? 'TCP', at }),
    ),
    probes: [],
    volumeMounts: [],
    init: sketch.init ?? false,
    sidecar: false,
    path: null,
    at,
  };
}

/**
 * `spec.containers` laid over the generated ones by name: args and command replace, ports merge by number, env by name
 * (prometheus-operator k8s.MergePatchContainers, a strategic merge).
 */
export function mergeContainers(generated: readonly Container[], patches: readonly Container[]): Container[] {
  const patchFor = (c: Container) => patches.find((p) => p.name === c.name && p.init === c.init);
  const merged = generated.map((c) => {
    const patch = patchFor(c);
    return patch ? mergeContainer(c, patch) : c;
  });
  const added = patches.filter((p) => !generated.some((c) => c.name === p.name && c.init === p.init));
  return [...merged, ...added];
}

function mergeContainer(base: Container, patch: Container): Container {
  const words = (isArg: boolean): Arg[] => {
    const own = patch.argv.filter((a) => a.isArg === isArg);
    return own.length > 0 ? own : base.argv.filter((a) => a.isArg === isArg);
  };
  return {
    ...base,
    image: patch.image ?? base.image,
    argv: [...words(false), ...words(true)],
    env: overlay(base.env, patch.env, (e) => e.name),
    envFrom: [...base.envFrom, ...patch.envFrom],
    ports: mergePorts(base.ports, patch.ports),
    probes: overlay(base.probes, patch.probes, (p) => p.which),
    volumeMounts: overlay(base.volumeMounts, patch.volumeMounts, (m) => m.mountPath),
  };
}

/** By number: the first port that has it keeps what the patch leaves out; a number given twice stays twice. */
function mergePorts(base: readonly ContainerPort[], patch: readonly ContainerPort[]): ContainerPort[] {
  const merged = [...base];
  for (const p of patch) {
    const at = merged.findIndex((b) => b.containerPort === p.containerPort);
    const under = merged[at];
    // TCP is also what a patch reads as that names no protocol.
    const protocol = under && p.protocol === 'TCP' ? under.protocol : p.protocol;
    if (under) merged[at] = { ...under, ...p, name: p.name ?? under.name, hostPort: p.hostPort ?? under.hostPort, protocol };
    else merged.push(p);
  }
  return merged;
}

function overlay<T>(base: readonly T[], patch: readonly T[], key: (item: T) => unknown): T[] {
  const byKey = new Map(base.map((item) => [key(item), item]));
  for (const item of patch) byKey.set(key(item), item);
  return [...byKey.values()];
}
