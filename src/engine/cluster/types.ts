import type { Ingested } from '../ingest/index.ts';
import type {
  Binding,
  ConfigMap,
  EndpointSet,
  ForeignPolicy,
  KubeObject,
  Labels,
  Monitor,
  Namespace,
  NetworkPolicy,
  PodSpec,
  PrometheusObject,
  Role,
  Service,
  ServiceAccount,
  WorkloadObject,
} from '../objects/index.ts';
import type { At } from '../yaml/index.ts';
import type { OperatorRelease } from './release.ts';

/** Pods of one template under their top controller (a Deployment, not its ReplicaSets). */
export interface Workload {
  /** `Kind/namespace/name` of the top controller. */
  id: string;
  kind: string;
  namespace: string;
  name: string;
  podLabels: Labels;
  podAnnotations: Labels;
  /** Pods of the input, finished ones included; empty where only a template tells of them. */
  live: readonly WorkloadObject[];
  /** Controllers the operator makes of one resource: one a shard, with the pod labels that differ. All others are one family. */
  families: readonly { name: string; labels: Labels }[];
  /** As the template asks; null where the kind has none. */
  replicas: number | null;
  /** Evidence for one pod label; the custom resource where the operator makes the pods. */
  labelAt(key: string): At;
  pod: PodSpec;
  /** Ids of the input objects it stands for: the controller, its ReplicaSets, its Pods; the CR when generated. */
  objects: string[];
  /** Object id of the custom resource whose controller makes the pods; null when the template is in the input. */
  generatedBy: string | null;
}

/** A Service as the cluster has it. */
export interface ClusterService {
  service: Service;
  /** 'operator:Prometheus/ns/name', 'operator:kubelet', 'cluster:apiserver', 'cluster:dns'; null when it is in the input. */
  providedBy: string | null;
  /** True when its targets are not pods of the input (kubelet, apiserver, DNS). */
  external: boolean;
}

export interface NamespaceInfo {
  name: string;
  /** With `kubernetes.io/metadata.name` added. */
  labels: Labels;
  /** The Namespace object is in the input, so its labels are all known. */
  known: boolean;
  object: Namespace | null;
}

/**
 * What the API server, the operator and the cluster add to the manifests: defaults, pods, generated objects.
 * Lookups are indexed; nothing here compares every pair.
 */
export interface Cluster {
  ingested: Ingested;
  /** The operator whose behaviour is followed, and who says that it is this one. */
  operator: OperatorRelease;
  objects: ReadonlyMap<string, KubeObject>;
  prometheuses: readonly PrometheusObject[];
  monitors: readonly Monitor[];
  services: readonly ClusterService[];
  workloads: readonly Workload[];
  /** Workloads of which only finished pods are left: nobody answers there, and discovery still sees the pods. */
  ended: readonly Workload[];
  policies: readonly NetworkPolicy[];
  /** Policies of network plugins and meshes, which nothing here evaluates. */
  foreignPolicies: readonly ForeignPolicy[];
  roles: readonly Role[];
  bindings: readonly Binding[];
  serviceAccounts: readonly ServiceAccount[];
  namespaces: ReadonlyMap<string, NamespaceInfo>;
  /** Namespace info; a namespace only referred to exists with its automatic label. */
  namespace(name: string): NamespaceInfo;
  servicesIn(namespace: string): readonly ClusterService[];
  workloadsIn(namespace: string): readonly Workload[];
  /** Pods whose labels contain all of `selector` (equality), in one namespace. */
  podsMatching(namespace: string, selector: Labels): readonly Workload[];
  endpointSetsOf(namespace: string, service: string): readonly EndpointSet[];
  endpointSetsIn(namespace: string): readonly EndpointSet[];
  /** The pods the operator makes for a Prometheus or PrometheusAgent. */
  podsOf(prometheus: PrometheusObject): Workload | null;
  configMap(namespace: string, name: string): ConfigMap | null;
}
