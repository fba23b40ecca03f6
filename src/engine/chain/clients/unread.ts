import type { Cluster, Workload } from '../../cluster/index.ts';
import type { Client } from './types.ts';

/** Servers that Grafana asks. */
const ASKED = new Set(['prometheus', 'thanos', 'alertmanager']);
const PROVISIONING = /\/provisioning\/datasources(\/|$)/;

/** Grafana may ask too, and nobody can tell while its data sources are in a Secret: said only where nothing else tells. */
export function unreadSources(cluster: Cluster, programs: ReadonlySet<string>, found: readonly Client[]): Client[] {
  if (![...programs].some((p) => ASKED.has(p)) || found.some((c) => c.kind === 'data-source')) return [];
  return cluster.workloads.flatMap((w) => secretsOf(w).map((secret) => client(w, secret)));
}

/** Secrets mounted where Grafana looks for data sources. */
function secretsOf({ pod }: Workload): { name: string; at: Client['at'] }[] {
  return pod.containers.flatMap((container) =>
    container.volumeMounts.flatMap((mount) => {
      if (!PROVISIONING.test(mount.mountPath)) return [];
      const sources = pod.volumes.find((v) => v.name === mount.name)?.sources ?? [];
      return sources.flatMap(({ kind, name }) => (kind === 'Secret' ? [{ name, at: container.at }] : []));
    }),
  );
}

const client = (w: Workload, { name, at }: { name: string; at: Client['at'] }): Client => ({
  kind: 'unread',
  object: w.generatedBy ?? w.id,
  container: null,
  by: `Secret/${w.namespace}/${name}`,
  scheme: null,
  certain: false,
  path: null,
  at,
  port: '',
  agreement: 'unknown',
  serves: null,
  listenerAt: null,
});
