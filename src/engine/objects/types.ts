import type { RawObject } from '../ingest/index.ts';
import type { At, Json, Path } from '../yaml/index.ts';

export type Labels = Readonly<Record<string, string>>;

/** A field the API server would refuse. The reader goes on with the field left out. */
export interface FieldProblem {
  at: At;
  /** The field as people write it: `spec.endpoints[0].port`. */
  field: string;
  expected: 'string' | 'integer' | 'boolean' | 'map' | 'list' | 'int-or-string' | 'port-number' | 'label-value';
  got: Json;
}

interface Base {
  raw: RawObject;
  id: string;
  kind: string;
  namespace: string;
  name: string;
  labels: Labels;
  annotations: Labels;
  fieldProblems: FieldProblem[];
  /** Evidence for a field of this object. */
  at(path: Path, part?: 'key' | 'value'): At;
}

export interface Requirement {
  key: string;
  operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  values: readonly string[];
  at: At;
  /** True for a `matchLabels` entry (operator In, one value). */
  fromMatchLabels: boolean;
}

/** metav1.LabelSelector. `invalid` names why the API machinery refuses it (unknown operator, In without values…). */
export interface Selector {
  requirements: readonly Requirement[];
  at: At;
  invalid: string | null;
}

export interface ServicePort {
  index: number;
  name: string;
  port: number | null;
  /** As the API server defaults it: `targetPort` or else `port`. */
  targetPort: string | number | null;
  targetPortGiven: boolean;
  protocol: string;
  nodePort: number | null;
  /** What is spoken behind the port, as gateways and meshes read it. */
  appProtocol?: string | null;
}
export interface Service extends Base {
  kind: 'Service';
  type: string;
  headless: boolean;
  /** null: no selector, endpoints are hand-written. */
  selector: Labels | null;
  ports: ServicePort[];
  publishNotReady: boolean;
  /** As given; the first is the primary one. */
  ipFamilies: string[];
  externalName: string | null;
  /** Addresses outside the cluster at which it answers beside its own. */
  externalIPs: readonly string[];
}

/** Hand-written or dumped Endpoints / EndpointSlice, as one shape. */
export interface EndpointSet extends Base {
  kind: 'Endpoints' | 'EndpointSlice';
  /** Name of the Service it belongs to. */
  service: string | null;
  subsets: {
    addresses: {
      ip: string;
      /** null: not said. Endpoints always say it. */
      ready: boolean | null;
      serving: boolean | null;
      terminating: boolean | null;
      hostname: string | null;
      targetKind: string | null;
      targetName: string | null;
      targetNamespace: string | null;
      nodeName: string | null;
    }[];
    ports: { name: string; port: number | null; protocol: string; at: At }[];
  }[];
  /** `IPv4`, `IPv6` or `FQDN`; null for Endpoints. */
  addressType: string | null;
  /** Written by a controller (managed-by label, ownerReferences), as in a cluster dump. */
  managed: boolean;
}

export interface EnvVar {
  name: string;
  value: string | null;
  fieldPath: string | null;
  /** `configMapKeyRef`, `secretKeyRef` or `resourceFieldRef`: not knowable from here. */
  from: { kind: 'ConfigMap' | 'Secret'; name: string; key: string } | null;
  at: At;
}
export interface ContainerPort {
  index: number;
  name: string | null;
  containerPort: number;
  hostPort: number | null;
  protocol: string;
  at: At;
}
/** What the kubelet does for a probe or a lifecycle hook. */
export interface ProbeRef {
  which: 'livenessProbe' | 'readinessProbe' | 'startupProbe' | 'postStart' | 'preStop';
  kind: 'httpGet' | 'tcpSocket' | 'grpc' | 'exec';
  port: string | number | null;
  scheme: string | null;
  path: string | null;
  /** Whom it asks, where that is not the pod's own address. */
  host: string | null;
  /** It sends an `Authorization` header. */
  authorized: boolean;
  /** The words of an `exec`. */
  command: Arg[];
  /** The action: `livenessProbe.httpGet`, `lifecycle.preStop.exec`. */
  at: At;
}
export interface Arg {
  text: string;
  at: At;
  /** False for an entry of `command`. */
  isArg: boolean;
}
export interface Container {
  name: string;
  image: string | null;
  /** `command` then `args`, in order, unexpanded. */
  argv: Arg[];
  env: EnvVar[];
  /** ConfigMaps and Secrets of `envFrom`. */
  envFrom: { kind: 'ConfigMap' | 'Secret'; name: string; prefix: string }[];
  ports: ContainerPort[];
  probes: ProbeRef[];
  volumeMounts: VolumeMount[];
  init: boolean;
  /** An init container with `restartPolicy: Always`. */
  sidecar: boolean;
  /** Path of the container inside its object; null when the operator adds it. */
  path: Path | null;
  at: At;
}
export interface VolumeMount {
  name: string;
  mountPath: string;
  /** `subPath`, or `subPathExpr` unexpanded. */
  subPath: string | null;
}
/** Files out of a ConfigMap or Secret: every key under its own name, or `items` under the paths they give. */
export interface VolumeSource {
  kind: 'ConfigMap' | 'Secret';
  name: string;
  items: { key: string; path: string }[] | null;
}
export interface Volume {
  name: string;
  /** Empty for any other kind of volume, and for a projected one of tokens alone. */
  sources: VolumeSource[];
}
export interface PodSpec {
  hostNetwork: boolean;
  serviceAccountName: string;
  automountToken: boolean | null;
  containers: Container[];
  volumes: Volume[];
  at: At;
}

export type WorkloadKind = 'Deployment' | 'DaemonSet' | 'StatefulSet' | 'ReplicaSet' | 'ReplicationController' | 'Job' | 'CronJob' | 'Pod';
export interface WorkloadObject extends Base {
  kind: WorkloadKind;
  podLabels: Labels;
  /** Path of the pod template's metadata.labels. */
  podLabelsPath: Path;
  podPath: Path;
  pod: PodSpec;
  podAnnotations: Labels;
  replicas: number | null;
  /** Controller by ownerReferences, if any. */
  owner: { kind: string; name: string } | null;
  /** Pods only. */
  phase: string | null;
  podIP: string | null;
  hostIP: string | null;
  nodeName: string | null;
  /** The Ready condition; null where the status does not say. */
  ready: boolean | null;
  /** On its way out (`metadata.deletionTimestamp`). */
  terminating: boolean;
  uid: string | null;
}

export interface TlsConfig {
  insecureSkipVerify: boolean;
  serverName: string | null;
  caFile: string | null;
  certFile: string | null;
  keyFile: string | null;
  /** `ca`, `cert`, `keySecret` given as references. */
  references: { kind: 'ConfigMap' | 'Secret'; name: string; key: string; field: string }[];
}
export interface RelabelRule {
  action: string;
  sourceLabels: readonly string[];
  separator: string;
  regex: string;
  targetLabel: string;
  replacement: string;
  modulus: number | null;
  at: At;
}
/** Somebody named by address, as a Probe names its prober and a static configuration its targets. */
export interface NamedAddress {
  /** As written. */
  text: string;
  host: string;
  port: number;
  at: At;
}
export interface MonitorEndpoint {
  index: number;
  at: At;
  path: Path;
  /** `labels`: Services or pods by their labels; `address`: who is scraped is named in `asks`; any other: by that service discovery. */
  by: 'labels' | 'address' | 'kubernetes' | (string & {});
  /** Probe and static configurations only. */
  asks: NamedAddress[];
  port: string | null;
  targetPort: string | number | null;
  /** PodMonitor only. */
  portNumber: number | null;
  /** Lower-cased; 'http' when absent. */
  scheme: string;
  schemeGiven: boolean;
  metricsPath: string;
  interval: string | null;
  scrapeTimeout: string | null;
  tls: TlsConfig | null;
  bearerTokenFile: string | null;
  /** Any of authorization, basicAuth, oauth2, bearerTokenSecret, by field name. */
  auth: string[];
  relabelings: RelabelRule[];
  filterRunning: boolean;
  /** Fields present but of a type the CRD refuses. */
  invalid: FieldProblem[];
}
/** Objects that the operator turns into scrape jobs. Probe and ScrapeConfig have no selector of their own: an empty one stands in. */
export interface Monitor extends Base {
  kind: 'ServiceMonitor' | 'PodMonitor' | 'Probe' | 'ScrapeConfig';
  endpoints: MonitorEndpoint[];
  selector: Selector;
  /** Namespaces to look in: 'any', a list of names, or null for the monitor's own. */
  namespaces: 'any' | readonly string[] | null;
  jobLabel: string | null;
  targetLabels: readonly string[];
  podTargetLabels: readonly string[];
  selectorMechanism: string | null;
  serviceDiscoveryRole: string | null;
  attachNode: boolean;
  scrapeClass: string | null;
}

/** A Prometheus or PrometheusAgent. A `null` selector selects nothing; a `null` namespace selector means the own namespace. */
export interface PrometheusObject extends Base {
  kind: 'Prometheus' | 'PrometheusAgent';
  serviceMonitorSelector: Selector | null;
  serviceMonitorNamespaceSelector: Selector | null;
  podMonitorSelector: Selector | null;
  podMonitorNamespaceSelector: Selector | null;
  probeSelector: Selector | null;
  probeNamespaceSelector: Selector | null;
  scrapeConfigSelector: Selector | null;
  scrapeConfigNamespaceSelector: Selector | null;
  serviceAccountName: string;
  serviceDiscoveryRole: string | null;
  ignoreNamespaceSelectors: boolean;
  denyFileAccess: boolean;
  version: string | null;
  /** The operator leaves it as it is. */
  paused: boolean;
  rules: RuleSettings;
  spec: OperatedSpec;
}
/** What the operator needs to make a StatefulSet of Prometheus, PrometheusAgent, Alertmanager, ThanosRuler. */
export interface OperatedSpec {
  podLabels: Labels;
  podAnnotations: Labels;
  replicas: number | null;
  portName: string;
  listenLocal: boolean;
  tls: boolean;
  shards: number;
  /** A PrometheusAgent that runs once a node. */
  daemonSet: boolean;
  thanosSidecar: boolean;
  hostNetwork: boolean;
  routePrefix: string | null;
  version: string | null;
  serviceName: string | null;
  serviceAccountName: string;
  /** `spec.containers` and `spec.initContainers`, merged by name into the generated ones. */
  containers: Container[];
}
export interface OperatedObject extends Base {
  kind: 'Alertmanager' | 'ThanosRuler';
  rules: RuleSettings;
  spec: OperatedSpec;
}

export interface PolicyPeer {
  podSelector: Selector | null;
  namespaceSelector: Selector | null;
  ipBlock: { cidr: string; except: readonly string[] } | null;
  at: At;
}
export interface PolicyPort {
  protocol: string;
  port: string | number | null;
  endPort: number | null;
  at: At;
}
export interface PolicyRule {
  /** null or empty: any peer. */
  peers: PolicyPeer[] | null;
  ports: PolicyPort[] | null;
  at: At;
}
export interface NetworkPolicy extends Base {
  kind: 'NetworkPolicy';
  podSelector: Selector;
  /** Effective types (domain.md e2). */
  ingressType: boolean;
  egressType: boolean;
  ingress: PolicyRule[];
  egress: PolicyRule[];
}

export interface RbacRule {
  apiGroups: readonly string[];
  resources: readonly string[];
  verbs: readonly string[];
  resourceNames: readonly string[];
  nonResourceURLs: readonly string[];
  at: At;
}
/** A policy of a network plugin or a mesh: known to be there, never evaluated. Its own kind is `raw.kind`. */
export interface ForeignPolicy extends Base {
  kind: 'ForeignPolicy';
  /** Not for the pods of its namespace alone. */
  clusterWide: boolean;
}
export interface Role extends Base {
  kind: 'Role' | 'ClusterRole';
  rules: RbacRule[];
  aggregation: Selector[];
}
export interface Binding extends Base {
  kind: 'RoleBinding' | 'ClusterRoleBinding';
  roleRef: { kind: string; name: string; at: At };
  subjects: { kind: string; name: string; namespace: string; at: At }[];
}
export interface ServiceAccount extends Base {
  kind: 'ServiceAccount';
  automountToken: boolean | null;
}
export interface Namespace extends Base {
  kind: 'Namespace';
}
/** Read on demand: `data` values as text. Secrets give keys only, never values. */
export interface ConfigMap extends Base {
  kind: 'ConfigMap';
  data(): Readonly<Record<string, string>>;
}
/** Read on demand, and never a value: which keys there are is all that anyone gets to see. */
export interface Secret extends Base {
  kind: 'Secret';
  keys(): readonly string[];
  /** `Opaque`, `kubernetes.io/tls`, … */
  type(): string;
}
/** One alerting or recording rule as written; null where the field is absent or empty. */
export interface RuleEntry {
  index: number;
  alert: string | null;
  record: string | null;
  expr: string | null;
  labels: Labels;
  annotated: boolean;
  for: string | null;
  keepFiringFor: string | null;
  at: At;
  exprAt: At;
}
export interface RuleGroup {
  index: number;
  name: string;
  interval: string | null;
  labels: Labels;
  rules: RuleEntry[];
  at: At;
}
/** Read on demand: the labels that a Prometheus selects by, and the groups. */
export interface PrometheusRule extends Base {
  kind: 'PrometheusRule';
  open(): { labels: Labels; groups: RuleGroup[] };
}
/** Which rules a Prometheus or ThanosRuler evaluates, and what it forces on them and on the monitors it takes up. */
export interface RuleSettings {
  selector: Selector | null;
  namespaceSelector: Selector | null;
  /** `enforcedNamespaceLabel`; null when not set. */
  enforcedLabel: string | null;
  /** Objects the enforced label is not put on; an empty `name` stands for all of the namespace (domain.md a9). */
  excluded: { resource: string; namespace: string; name: string }[];
}

/** A Service and port that a gateway or an extension of the API leads to. */
export interface Backend {
  namespace: string;
  service: string;
  /** By name or number; null where the kind leaves it open. */
  port: string | number | null;
  /** The port as written, or the nearest thing above it. */
  at: At;
}
export type RouteKind = 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute' | 'TCPRoute';
/** What leads from outside to Services: read on demand. */
export interface Ingress extends Base {
  kind: 'Ingress';
  backends(): readonly Backend[];
  className(): string | null;
  /** Its annotations, in which controllers are told what to speak. */
  hints(): Labels;
}
export interface Route extends Base {
  kind: RouteKind;
  backends(): readonly Backend[];
  /** Gateways it hangs on. */
  parents(): readonly { kind: string; namespace: string; name: string }[];
}
export interface Gateway extends Base {
  kind: 'Gateway';
  listeners(): readonly { name: string; port: number | null; protocol: string }[];
}
/** An aggregated API: the API server forwards it to a Service, over TLS. */
export interface ApiService extends Base {
  kind: 'APIService';
  /** null: served by the API server itself. */
  backend(): Backend | null;
}
export interface Node extends Base {
  kind: 'Node';
}

export type KubeObject =
  | Service
  | EndpointSet
  | WorkloadObject
  | Monitor
  | PrometheusObject
  | OperatedObject
  | NetworkPolicy
  | ForeignPolicy
  | Role
  | Binding
  | ServiceAccount
  | Namespace
  | ConfigMap
  | Secret
  | PrometheusRule
  | Ingress
  | Route
  | Gateway
  | ApiService
  | Node;

/** One place per kind: group, kind, and how to read it. Never throws; wrong shapes become `fieldProblems`. */
export interface KindReader<T extends KubeObject = KubeObject> {
  group: string;
  kinds: readonly string[];
  clusterScoped?: boolean;
  /** False: the body is not needed to build chains and stays unread until asked for. */
  eager: boolean;
  read(raw: RawObject): T;
}
