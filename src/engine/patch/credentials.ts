import type { Chain } from '../chain/index.ts';
import type { MonitorEndpoint } from '../objects/index.ts';
import type { PatchInput } from './input.ts';

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
