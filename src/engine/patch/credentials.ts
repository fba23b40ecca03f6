import type { Chain } from '../chain/index.ts';
import { invocationOf, type Listener } from '../listen/index.ts';
import type { MonitorEndpoint } from '../objects/index.ts';
import { readValue } from '../yaml/index.ts';
import { mapOf, type PatchInput } from './input.ts';
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
  const text = invocationOf(container, site.workload, cluster).file(file);
  if (text === null) return false;
  const users = mapOf(readValue(text).value)['basic_auth_users'];
  return Object.keys(mapOf(users)).length > 0;
}
