import { ingest } from '../../src/engine/ingest/index.ts';
import { isEager, type KubeObject, readObject } from '../../src/engine/objects/index.ts';

/** The one object of a manifest, as its reader understands it. */
export function read<T extends KubeObject>(text: string): T {
  const { objects } = ingest([{ path: 'a.yaml', text }], { defaultNamespace: 'default', eager: isEager });
  const object = objects[0] && readObject(objects[0]);
  if (!object) throw new Error(`nothing was read from ${text}`);
  return object as T;
}

const VERSIONS: Record<string, string> = {
  Service: 'v1',
  Endpoints: 'v1',
  Pod: 'v1',
  EndpointSlice: 'discovery.k8s.io/v1',
  Deployment: 'apps/v1',
  DaemonSet: 'apps/v1',
  CronJob: 'batch/v1',
  NetworkPolicy: 'networking.k8s.io/v1',
  ClusterRole: 'rbac.authorization.k8s.io/v1',
  RoleBinding: 'rbac.authorization.k8s.io/v1',
};

/** A manifest of a kind, from its fields in flow style: `manifest('Service', 'spec: {ports: [{port: 80}]}')`. */
export const manifest = (kind: string, fields: string, metadata = '{name: x}'): string =>
  `apiVersion: ${VERSIONS[kind] ?? 'monitoring.coreos.com/v1'}\nkind: ${kind}\nmetadata: ${metadata}\n${fields}\n`;

/** What the API server would refuse: `spec.ports[0].port string`. */
export const refused = (object: KubeObject): string[] => object.fieldProblems.map((p) => `${p.field} ${p.expected}`);
