import type { Json, JsonMap } from '../yaml/index.ts';
import { isClusterScoped } from './scope.ts';

export interface Identity {
  /** `Kind/namespace/name`, or `Kind/name` when cluster-scoped. */
  id: string;
  group: string;
  namespace: string;
  name: string;
}

export const groupOf = (apiVersion: string): string => (apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '');

export const identify = (apiVersion: string, kind: string, name: string, namespace: string): Identity => {
  const group = groupOf(apiVersion);
  if (isClusterScoped(group, kind)) return { id: `${idKind(group, kind)}/${name}`, group, namespace: '', name };
  return { id: `${idKind(group, kind)}/${namespace}/${name}`, group, namespace, name };
};

/** Ids carry no group, so a kind of a foreign group that shares its name with one of ours is told apart. */
const idKind = (group: string, kind: string): string => (OURS.get(kind)?.includes(group) === false ? `${kind}.${group || 'core'}` : kind);

const MONITORING = ['monitoring.coreos.com'];
const RBAC = ['rbac.authorization.k8s.io'];
const OURS = new Map<string, readonly string[]>([
  ...[
    'ServiceMonitor',
    'PodMonitor',
    'Probe',
    'ScrapeConfig',
    'Prometheus',
    'PrometheusAgent',
    'Alertmanager',
    'ThanosRuler',
    'PrometheusRule',
  ].map((kind) => [kind, MONITORING] as const),
  ...['Role', 'ClusterRole', 'RoleBinding', 'ClusterRoleBinding'].map((kind) => [kind, RBAC] as const),
  ...['Service', 'Endpoints', 'Pod', 'ReplicationController', 'ServiceAccount', 'Namespace', 'Node', 'ConfigMap', 'Secret'].map(
    (kind) => [kind, ['']] as const,
  ),
  ...['Deployment', 'DaemonSet', 'StatefulSet', 'ReplicaSet'].map((kind) => [kind, ['apps', 'extensions']] as const),
  ...['Job', 'CronJob'].map((kind) => [kind, ['batch']] as const),
  ['EndpointSlice', ['discovery.k8s.io']],
  ['NetworkPolicy', ['networking.k8s.io']],
  ['Ingress', ['networking.k8s.io', 'extensions']],
  ...['Gateway', 'HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'].map((kind) => [kind, ['gateway.networking.k8s.io']] as const),
  ['APIService', ['apiregistration.k8s.io']],
]);

/** Configuration of tools and components, read from files and never applied: it has no name (kustomize, kind, kubelet). */
export const isLocal = (group: string): boolean => /\.config\.k8s\.io$|^(?:kind\.x-k8s|kubeadm\.k8s|audit\.k8s)\.io$/.test(group);

/** `generateName` stands in where the API server will make up the rest. */
export function nameOf(body: JsonMap): string | null {
  return metadataText(body, 'name') ?? metadataText(body, 'generateName');
}

/** A text of `metadata`; a number or boolean as the text it was probably meant to be. */
export function metadataText(body: JsonMap, key: 'name' | 'namespace' | 'generateName'): string | null {
  const metadata = mapOf(body['metadata']);
  const value = Object.hasOwn(metadata, key) ? metadata[key] : null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' && value !== '' ? value : null;
}

export const mapOf = (v: Json | undefined): JsonMap => (typeof v === 'object' && v !== null && !Array.isArray(v) ? v : {});
