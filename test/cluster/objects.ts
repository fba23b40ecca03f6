import { buildCluster, type Cluster } from '../../src/engine/cluster/index.ts';
import type { Ingested, RawObject } from '../../src/engine/ingest/index.ts';
import type { Json, JsonMap } from '../../src/engine/yaml/index.ts';

const GROUPS: Record<string, string> = {
  Service: 'v1',
  Pod: 'v1',
  Namespace: 'v1',
  ConfigMap: 'v1',
  Endpoints: 'v1',
  ReplicationController: 'v1',
  Deployment: 'apps/v1',
  ReplicaSet: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  Job: 'batch/v1',
  CronJob: 'batch/v1',
  Prometheus: 'monitoring.coreos.com/v1',
  PrometheusAgent: 'monitoring.coreos.com/v1alpha1',
  Alertmanager: 'monitoring.coreos.com/v1',
  ThanosRuler: 'monitoring.coreos.com/v1',
};

/** `object('Deployment', 'ns/name', { spec })`; a name alone lives in `default`. */
export function object(kind: string, where: string, rest: JsonMap = {}): RawObject {
  const [first = '', second] = where.split('/');
  const [namespace, name] = kind === 'Namespace' ? ['', first] : second === undefined ? ['default', first] : [first, second];
  const apiVersion = GROUPS[kind] ?? 'example.org/v1';
  const id = namespace === '' ? `${kind}/${name}` : `${kind}/${namespace}/${name}`;
  const metadata = { name, ...(namespace === '' ? {} : { namespace }), ...((rest.metadata ?? {}) as JsonMap) };
  const body: JsonMap = { apiVersion, kind, ...rest, metadata };
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return { id, apiVersion, group, kind, namespace, name, doc: `${id}#0`, file: id, path: [], body: () => body };
}

export function cluster(...objects: RawObject[]): Cluster {
  const ingested: Ingested = { files: [], docs: new Map(), objects, objectCount: objects.length, problems: [] };
  return buildCluster(ingested);
}

/** A pod template with labels and one container. */
export const template = (labels: Record<string, string>, container: Json = { name: 'c', image: 'example.org/c' }): JsonMap => ({
  metadata: { labels },
  spec: { containers: [container] },
});
/** metadata with an owner, as a dump has it. */
export const owned = (kind: string, name: string, labels: Record<string, string> = {}): JsonMap => ({
  labels,
  ownerReferences: [{ apiVersion: 'v1', kind, name, uid: 'u', controller: true }],
});
