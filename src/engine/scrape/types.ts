import type { ClusterService, Workload } from '../cluster/index.ts';
import type {
  ContainerPort,
  Monitor,
  MonitorEndpoint,
  NamedAddress,
  PrometheusObject,
  Requirement,
  ServicePort,
} from '../objects/index.ts';
import type { At } from '../yaml/index.ts';
import type { GeneratedRule, ScrapeJob } from './config/index.ts';
import type { Verdict } from './verdict.ts';

/** One selector requirement held against an object's labels: what was asked, what stands there. */
export interface Comparison {
  requirement: Requirement;
  /** The label's value, or null where the object has no such label. */
  value: string | null;
  /** Where the label stands; null when it is absent. */
  at: At | null;
  /** null: the labels are not all known (a Namespace that is not in the input). */
  holds: boolean | null;
}

/** Whether one Prometheus takes up a monitor, and by which labels (domain.md a1, a2). */
export interface Selection {
  prometheus: PrometheusObject;
  state: 'selected' | 'not-selected' | 'unknown';
  /** `nil-selector`: selects nothing at all; `namespace`, `labels`: which of the two failed first. */
  why: 'selected' | 'nil-selector' | 'namespace' | 'labels';
  labels: Comparison[];
  namespace: Comparison[];
  /** What the operator makes of it; null where it is not selected. */
  verdict: Verdict | null;
}

/** What stops an endpoint at a Service or a set of pods before any target appears. */
export interface Miss {
  code:
    | 'service-not-found'
    | 'external-name-service'
    | 'service-without-selector'
    | 'port-not-found'
    | 'no-workload'
    | 'target-port-not-found'
    | 'container-port-undeclared';
  service: ClusterService | null;
  workload: Workload | null;
  /** The address that names it; null where labels do. */
  asked: NamedAddress | null;
}

/** Outcome of a job's relabelings on labels that manifests determine (domain.md b7). */
export interface Relabelled {
  /** The rule that drops the target; null when it is kept or nothing can be said. */
  droppedBy: GeneratedRule | null;
  /** Keep and drop rules that hang on labels which exist only at run time. */
  unknown: GeneratedRule[];
  /** Which of `__address__`, `__scheme__` and `__metrics_path__` rules of people write. */
  rewrites: ReadonlySet<string>;
  /** The scheme after all rules; null: known only at run time. */
  scheme: string | null;
  /** null: known only at run time. */
  job: string | null;
  /** What the series carry, without labels that begin with `__`. */
  labels: ReadonlyMap<string, string | null>;
}

/** One target Prometheus would discover and the port filter would keep. */
export interface RawTarget {
  service: ClusterService | null;
  servicePort: ServicePort | null;
  /** null: not a pod of the input. */
  workload: Workload | null;
  /** The pod port that is scraped. */
  number: number;
  protocol: string;
  /** The last container that declares the number (domain.md c10). */
  declared: { container: string; port: ContainerPort } | null;
  /** The address that a Probe or a static configuration names; null where labels select. */
  asked: NamedAddress | null;
  relabelled: Relabelled;
}

/** A monitor endpoint followed through selection and discovery. `endpoint` is null for a monitor without endpoints. */
export interface Resolution {
  id: string;
  monitor: Monitor;
  endpoint: MonitorEndpoint | null;
  selections: Selection[];
  /** What the operator writes for the endpoint; null for a monitor without endpoints. */
  job: ScrapeJob | null;
  /** Namespaces in which targets are looked for. */
  namespaces: 'any' | readonly string[];
  /** Services whose labels match, with the comparisons that say so. */
  services: { service: ClusterService; labels: Comparison[] }[];
  /** PodMonitor: pods whose labels match. */
  pods: { workload: Workload; labels: Comparison[] }[];
  targets: RawTarget[];
  misses: Miss[];
  /** The service discovery that finds targets outside the input (`http`, `consul`…); null for all that manifests tell. */
  elsewhere: string | null;
  /** Pods behind a matching Service that lack its named targetPort and are skipped. */
  skipped: { service: ClusterService; servicePort: ServicePort; workload: Workload }[];
}
