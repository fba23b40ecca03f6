import type { Cluster } from '../cluster/index.ts';
import type { RawObject } from '../ingest/index.ts';
import { type OperatorWorld, operatorOf, placeholder } from './config/index.ts';

const worlds = new WeakMap<Cluster, OperatorWorld>();

/** The operator of a cluster as the generator sees it. Values of Secrets are never read: a placeholder names them. */
export function worldOf(cluster: Cluster): OperatorWorld {
  let world = worlds.get(cluster);
  if (world === undefined) {
    const value: OperatorWorld['value'] = (kind, namespace, name, key) => {
      const data = kind === 'ConfigMap' ? cluster.configMap(namespace, name)?.data() : undefined;
      return data && Object.hasOwn(data, key) ? (data[key] ?? null) : placeholder(kind, namespace, name, key);
    };
    world = operatorOf(cluster.operator.release, { value });
    worlds.set(cluster, world);
  }
  return world;
}

/** Stands in where no Prometheus of the input takes an object up: one without any settings. */
export const NOBODY: RawObject = {
  id: 'Prometheus//',
  apiVersion: 'monitoring.coreos.com/v1',
  group: 'monitoring.coreos.com',
  kind: 'Prometheus',
  namespace: '',
  name: '',
  doc: '',
  file: '',
  path: [],
  body: () => ({}),
};
