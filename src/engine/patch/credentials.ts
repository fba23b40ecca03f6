import type { Chain } from '../chain/index.ts';
import type { Cluster } from '../cluster/index.ts';
import type { Listener } from '../listen/index.ts';
import type { Container, MonitorEndpoint } from '../objects/index.ts';
import { type JsonMap, readValue } from '../yaml/index.ts';
import { listAt, mapOf, type PatchInput } from './input.ts';
import { findFlag } from './listenFlag.ts';
import { containerOf, type Site } from './site.ts';

/** Fields that send a token, which is what a kube-rbac-proxy asks for; over plain http anyone on the way could use it. */
export const TOKEN_FIELDS = ['bearerTokenFile', 'bearerTokenSecret', 'authorization'] as const;
/** Fields whose credentials the process itself may ask for (exporter-toolkit `basic_auth_users`). */
export const OWN_FIELDS = ['basicAuth', 'oauth2'] as const;

export const hasToken = (e: MonitorEndpoint): boolean =>
  e.bearerTokenFile !== null || e.auth.includes('authorization') || e.auth.includes('bearerTokenSecret');

/** Whether the endpoint of a chain sends a token. */
export function sendsToken({ cluster }: PatchInput, chain: Chain): boolean {
  const monitor = cluster.monitors.find((m) => m.id === chain.monitor);
  return monitor?.endpoints.some((e) => e.index === chain.index && hasToken(e)) ?? false;
}

/** The flags that name a web configuration (exporter-toolkit, kube-state-metrics, thanos, prometheus-config-reloader). */
const WEB_CONFIG = ['web.config.file', 'web.config', 'tls-config', 'http.config', 'web-config-file'];

/** Whether a process asks for a user and a password, as far as the input tells; a plan that lays open an unread configuration cannot be proved. */
export function asksPassword(site: Site, { cluster }: PatchInput, process: Listener): boolean {
  const container = containerOf(site, process.container);
  const file = container && WEB_CONFIG.map((name) => findFlag(container, name)?.value).find((value) => value);
  if (!container || !file) return false;
  const text = mounted(site, container, file, cluster);
  if (text === null) return false;
  const users = mapOf(readValue(text).value)['basic_auth_users'];
  return Object.keys(mapOf(users)).length > 0;
}

/** The text of a file that a ConfigMap of the input puts there. */
function mounted({ owner, workload }: Site, container: Container, file: string, cluster: Cluster): string | null {
  const volumes = listAt(owner.raw, owner.at([...owner.podPath, 'volumes'])).map(mapOf);
  for (const { name, mountPath, subPath } of container.volumeMounts) {
    const below = file.startsWith(`${mountPath.replace(/\/+$/, '')}/`) ? file.slice(mountPath.replace(/\/+$/, '').length + 1) : null;
    const path = file === mountPath ? subPath : below;
    const volume = volumes.find((v) => v['name'] === name);
    if (path === null || !volume) continue;
    const projected = mapOf(volume['projected'])['sources'];
    for (const source of [volume, ...(Array.isArray(projected) ? projected.map(mapOf) : [])]) {
      const configMap = mapOf(source['configMap']);
      const [map, items] = [configMap['name'], configMap['items']];
      const item: JsonMap | undefined = Array.isArray(items) ? items.map(mapOf).find((i) => i['path'] === path) : { key: path };
      const data = typeof map === 'string' ? cluster.configMap(workload.namespace, map)?.data() : undefined;
      const key = item?.['key'];
      if (data && typeof key === 'string' && Object.hasOwn(data, key)) return data[key] ?? null;
    }
  }
  return null;
}
