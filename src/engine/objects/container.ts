import type { Path } from '../yaml/index.ts';
import type { Fields } from './fields.ts';
import type { Arg, Container, ContainerPort, EnvVar, PodSpec, ProbeRef } from './types.ts';
import { readMount, readVolume } from './volumes.ts';

/** A pod spec with API defaults: protocol TCP, hostPort as containerPort under hostNetwork, service account `default`. */
export function readPodSpec(spec: Fields): PodSpec {
  const hostNetwork = spec.bool('hostNetwork') ?? false;
  return {
    hostNetwork,
    serviceAccountName: spec.str('serviceAccountName') ?? spec.str('serviceAccount') ?? 'default',
    automountToken: spec.bool('automountServiceAccountToken'),
    containers: readContainers(spec, hostNetwork),
    volumes: spec.list('volumes').map(readVolume),
    at: spec.at,
  };
}

export const readContainers = (spec: Fields, hostNetwork: boolean): Container[] => [
  ...spec.list('containers').map((c) => readContainer(c, false, hostNetwork)),
  ...spec.list('initContainers').map((c) => readContainer(c, true, hostNetwork)),
];

function readContainer(c: Fields, init: boolean, hostNetwork: boolean): Container {
  const from = c.list('envFrom').flatMap((source) =>
    (['ConfigMap', 'Secret'] as const).flatMap((kind) => {
      const name = source.map(kind === 'ConfigMap' ? 'configMapRef' : 'secretRef').str('name');
      return name === null ? [] : [{ kind, name, prefix: source.str('prefix') ?? '' }];
    }),
  );
  return {
    name: c.str('name') ?? '',
    image: c.str('image'),
    argv: [...readArgs(c, 'command', false), ...readArgs(c, 'args', true)],
    env: c.list('env').flatMap(readEnv),
    envFrom: from,
    ports: readPorts(c, hostNetwork),
    probes: [
      ...(['livenessProbe', 'readinessProbe', 'startupProbe'] as const).flatMap((which) => readProbe(c, which)),
      ...(['postStart', 'preStop'] as const).flatMap((which) => readProbe(c.map('lifecycle'), which)),
    ],
    volumeMounts: c.list('volumeMounts').flatMap(readMount),
    init,
    sidecar: init && c.str('restartPolicy') === 'Always',
    path: c.path as Path,
    at: c.at,
  };
}

function readArgs(c: Fields, key: 'command' | 'args', isArg: boolean): Arg[] {
  const value = c.raw(key);
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    c.problem(key, 'list');
    return [];
  }
  return value.flatMap((arg, i) => {
    const at = { ...c.at, path: [...c.at.path, key, i] };
    if (typeof arg === 'string') return [{ text: arg, at, isArg }];
    // Left out, it would shift the arguments after it.
    c.problem(key, 'string', [i]);
    return arg === null || typeof arg === 'object' ? [] : [{ text: String(arg), at, isArg }];
  });
}

function readEnv(e: Fields): EnvVar[] {
  const name = e.str('name');
  if (name === null) return [];
  const source = e.map('valueFrom');
  const reference = (key: string, kind: 'ConfigMap' | 'Secret'): EnvVar['from'] => {
    const ref = source.map(key);
    const from = ref.str('name');
    return from === null ? null : { kind, name: from, key: ref.str('key') ?? '' };
  };
  return [
    {
      name,
      value: e.text('value') ?? (e.has('valueFrom') ? null : ''),
      fieldPath: source.map('fieldRef').str('fieldPath'),
      from: reference('configMapKeyRef', 'ConfigMap') ?? reference('secretKeyRef', 'Secret'),
      at: e.at,
    },
  ];
}

function readPorts(c: Fields, hostNetwork: boolean): ContainerPort[] {
  return c.list('ports').flatMap((p) => {
    const containerPort = p.port('containerPort');
    if (containerPort === null) return [];
    const hostPort = p.int('hostPort') || (hostNetwork ? containerPort : null);
    return [{ index: p.index, name: p.text('name') || null, containerPort, hostPort, protocol: p.str('protocol') ?? 'TCP', at: p.at }];
  });
}

function readProbe(c: Fields, which: ProbeRef['which']): ProbeRef[] {
  const probe = c.map(which);
  return (['httpGet', 'tcpSocket', 'grpc', 'exec'] as const).flatMap((kind) => {
    if (!probe.has(kind)) return [];
    const action = probe.map(kind);
    const asked = { port: action.intOrString('port'), scheme: action.str('scheme'), path: action.str('path'), host: action.str('host') };
    const authorized = action.list('httpHeaders').some((header) => header.str('name')?.toLowerCase() === 'authorization');
    return [{ which, kind, ...asked, authorized, command: readArgs(action, 'command', false), at: action.at }];
  });
}
