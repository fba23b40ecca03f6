import { buildCluster, type Cluster, type Workload } from '../../src/engine/cluster/index.ts';
import { ingest } from '../../src/engine/ingest/index.ts';

type Fields = Record<string, unknown>;

/** A cluster from objects, each one document of a file. */
export function clusterOf(...objects: Fields[]): Cluster {
  const text = objects.map((object) => JSON.stringify(object)).join('\n---\n');
  return buildCluster(ingest([{ path: 'cluster.yaml', text }], { defaultNamespace: 'default', eager: () => true }));
}

export function workload(cluster: Cluster, id: string): Workload {
  const found = cluster.workloads.find((w) => w.id === id);
  if (found === undefined) throw new Error(`no ${id} among ${cluster.workloads.map((w) => w.id).join(', ')}`);
  return found;
}

export const namespace = (name: string, labels: Fields = {}): Fields => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels },
});

/** Pods labelled `app: <name>` with a port `metrics` 8080. */
export const deployment = (ns: string, name: string, more: { pod?: Fields; replicas?: number; labels?: Fields } = {}): Fields => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name, namespace: ns },
  spec: {
    ...(more.replicas === undefined ? {} : { replicas: more.replicas }),
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name, ...more.labels } },
      spec: { containers: [{ name: 'main', image: 'example/main', ports: [{ name: 'metrics', containerPort: 8080 }] }], ...more.pod },
    },
  },
});

export const policy = (ns: string, name: string, spec: Fields): Fields => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace: ns },
  spec: { podSelector: {}, ...spec },
});

const rbac = (kind: string, ns: string | null, name: string, fields: Fields): Fields => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind,
  metadata: ns === null ? { name } : { name, namespace: ns },
  ...fields,
});
export const role = (ns: string, name: string, ...rules: Fields[]): Fields => rbac('Role', ns, name, { rules });
export const clusterRole = (name: string, ...rules: Fields[]): Fields => rbac('ClusterRole', null, name, { rules });
export const aggregated = (name: string, matchLabels: Fields): Fields =>
  rbac('ClusterRole', null, name, { rules: [], aggregationRule: { clusterRoleSelectors: [{ matchLabels }] } });

/** `ns/name` is a service account; anything else a group. */
const subject = (who: string): Fields => {
  const [ns, name] = who.split('/');
  return name === undefined ? { kind: 'Group', name: who } : { kind: 'ServiceAccount', namespace: ns, name };
};
const bind = (kind: string, ns: string | null, name: string, ref: string, who: string[]): Fields => {
  const [refKind, refName] = ref.split('/');
  const roleRef = { apiGroup: 'rbac.authorization.k8s.io', kind: refKind, name: refName };
  return rbac(kind, ns, name, { roleRef, subjects: who.map(subject) });
};
/** `roleBinding('shop', 'b', 'Role/reader', 'mon/prom')` */
export const roleBinding = (ns: string, name: string, ref: string, ...who: string[]): Fields => bind('RoleBinding', ns, name, ref, who);
export const clusterRoleBinding = (name: string, ref: string, ...who: string[]): Fields => bind('ClusterRoleBinding', null, name, ref, who);

export const prometheus = (ns: string, name: string, spec: Fields = {}): Fields => ({
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'Prometheus',
  metadata: { name, namespace: ns },
  spec: { serviceAccountName: 'prom', serviceMonitorSelector: {}, ...spec },
});
