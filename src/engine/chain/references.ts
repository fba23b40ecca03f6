import type { Cluster, Workload } from '../cluster/index.ts';
import { type Container, type Fields, fieldsOf, mapsIn } from '../objects/index.ts';
import type { At } from '../yaml/index.ts';
import type { Chain } from './types.ts';

/** A Secret or ConfigMap that a chain's credentials or TLS come from. Plain data; crosses the worker border. */
export interface Reference {
  /** `Kind/namespace/name` */
  object: string;
  /** Who names it: the monitor, or the workload whose process reads it. */
  holder: string;
  /** `tlsConfig.ca`, `--tls-cert-file`, as people write it. */
  by: string;
  /** The key in it; '' where all of it is meant. */
  key: string;
  at: At;
  /** `absent`: not in the input, so nothing is known of it. */
  state: 'there' | 'no-key' | 'absent';
}

/** Fields of an endpoint under which Secrets and ConfigMaps are named (prometheus-operator http_config.go, tls_types.go). */
const FIELDS = ['tlsConfig', 'authorization', 'basicAuth', 'oauth2', 'bearerTokenSecret'] as const;
/** Flags whose file decides who gets in and how: certificates, keys, web configuration, a proxy's rules. */
const FILES = /^--?(?:tls[\w.-]*|web[.-]config[\w.-]*|[\w.-]*(?:cert|key|ca)[\w.-]*file|config-file|client-ca-file)$/;

/** What a chain's TLS and authorization are read from, on both of its ends; each once. */
export function referencesOf(cluster: Cluster, chain: Chain): Reference[] {
  const found = new Map<string, Reference>();
  const all = [...ofEndpoint(cluster, chain), ...chain.targets.flatMap((t) => ofProcess(cluster, t))];
  for (const r of all) found.set([r.object, r.holder, r.by, r.key].join('\0'), r);
  return [...found.values()];
}

function ofEndpoint(cluster: Cluster, chain: Chain): Reference[] {
  const monitor = cluster.objects.get(chain.monitor);
  if (chain.index === null || (monitor?.kind !== 'ServiceMonitor' && monitor?.kind !== 'PodMonitor')) return [];
  const list = fieldsOf(monitor.raw, [])
    .map('spec')
    .list(monitor.kind === 'PodMonitor' ? 'podMetricsEndpoints' : 'endpoints');
  const endpoint = list.find((e) => e.index === chain.index);
  return endpoint ? FIELDS.flatMap((field) => selected(cluster, endpoint, field, monitor.namespace, monitor.id)) : [];
}

/** Every key selector under a field, by the way to it: `tlsConfig.ca`. */
function selected(cluster: Cluster, fields: Fields, field: string, namespace: string, holder: string): Reference[] {
  if (!fields.has(field)) return [];
  return mapsIn(fields.map(field)).flatMap((map) => {
    const found = keySelector(map);
    if (!found) return [];
    const kind = map.path.at(-1) === 'configMap' ? 'ConfigMap' : 'Secret';
    const steps = map.path.slice(fields.path.length).filter((step) => step !== 'secret' && step !== 'configMap');
    const object = `${kind}/${namespace}/${found.name}`;
    return [{ object, holder, by: steps.join('.'), key: found.key, at: map.at, state: stateOf(cluster, object, found.key) }];
  });
}

const keySelector = (map: Fields): { name: string; key: string } | null => {
  const name = map.raw('name');
  const key = map.raw('key');
  return typeof name === 'string' && name !== '' && typeof key === 'string' ? { name, key } : null;
};

function ofProcess(cluster: Cluster, { workload: id, process }: Chain['targets'][number]): Reference[] {
  if (id === null || !process) return [];
  const workload = cluster.workloadsIn(id.split('/')[1] ?? '').find((w) => w.id === id);
  const container = workload?.pod.containers.find((c) => c.name === process.container);
  // What the operator mounts into its pods follows the custom resource.
  if (!workload || !container) return [];
  // What the operator mounts into its pods follows the custom resource.
  if (workload.generatedBy !== null) {
    const maker = cluster.objects.get(workload.generatedBy);
    return maker ? selected(cluster, fieldsOf(maker.raw, []).map('spec'), 'web', workload.namespace, workload.id) : [];
  }
  return container.argv.flatMap(({ text, at }, i) => {
    const [flag = '', value] = text.startsWith('-') ? text.split(/=(.*)/s) : [container.argv[i - 1]?.text ?? '', text];
    return value?.startsWith('/') && FILES.test(flag) ? mounted(cluster, workload, container, value, flag, at) : [];
  });
}

/** The Secret or ConfigMap behind a mounted file. */
function mounted(cluster: Cluster, w: Workload, container: Container, file: string, by: string, at: At): Reference[] {
  const [mount] = container.volumeMounts
    .filter((m) => file === m.mountPath || file.startsWith(`${m.mountPath.replace(/\/+$/, '')}/`))
    .sort((a, b) => b.mountPath.length - a.mountPath.length);
  const sources = w.pod.volumes.find((v) => v.name === mount?.name)?.sources ?? [];
  const name = file.split('/').at(-1) ?? '';
  // Of several projected into one directory it cannot be told by the name alone.
  if (sources.length !== 1) return [];
  return sources.map((source) => {
    const key = source.items?.find((item) => item.path === name)?.key ?? name;
    const object = `${source.kind}/${w.namespace}/${source.name}`;
    return { object, holder: w.id, by, key, at, state: stateOf(cluster, object, key) };
  });
}

function stateOf(cluster: Cluster, id: string, key: string): Reference['state'] {
  const object = cluster.objects.get(id);
  if (object?.kind === 'Secret') return object.keys().includes(key) ? 'there' : 'no-key';
  if (object?.kind === 'ConfigMap') return Object.hasOwn(object.data(), key) ? 'there' : 'no-key';
  return 'absent';
}
