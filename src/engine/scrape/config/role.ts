import type { Json, JsonMap } from '../../yaml/index.ts';

/** What kubernetes_sd_configs can discover. */
export const ROLES = ['endpoints', 'endpointslice', 'pod', 'service', 'node', 'ingress'] as const;
export type DiscoveryRole = (typeof ROLES)[number];

const mapOf = (value: Json | undefined): JsonMap => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {});

/** The Kubernetes discovery role of a job; null where it discovers nothing through Kubernetes. */
export function roleOf({ config }: { config: JsonMap }): DiscoveryRole | null {
  const found = config['kubernetes_sd_configs'];
  const { role } = mapOf(Array.isArray(found) ? found[0] : undefined);
  return ROLES.find((known) => known === role) ?? null;
}
