import type { RawObject } from '../../ingest/index.ts';
import type { At, JsonMap } from '../../yaml/index.ts';

/** The operator whose behaviour is asked for, as far as it changes what is written. */
export interface OperatorWorld {
  /** Release as `major * 1000 + minor` (93 is v0.93); the newest known where nothing says otherwise. */
  release: number;
  /** Kubernetes 1.21 or newer: without EndpointSlices every role falls back to endpoints. */
  endpointSlices: boolean;
  /** Feature gate PrometheusShardRetentionPolicy: on by default since v0.92 (adds the `__tmp_current_shard` rules). */
  shardRetention: boolean;
  /** Feature gate PrometheusTopologySharding. */
  topologySharding: boolean;
  /** The cluster puts topology labels on pods (Kubernetes 1.35 or newer). */
  podTopologyLabels: boolean;
  /** Feature gate PrometheusAgentDaemonSet: a PrometheusAgent with `mode: DaemonSet` is one. */
  agentDaemonSet: boolean;
  /** Write certificates into the configuration instead of naming files (the operator's own test option). */
  inlineTls: boolean;
  /** Write fields whatever the Prometheus version is (the operator's own test option). */
  bypassVersionCheck: boolean;
  /** The API server has filled in what the CRDs default: `action: replace`, `prober.path: /probe`. */
  crdDefaults: boolean;
  /**
   * What stands under a key of a Secret or ConfigMap, where the operator copies it into the configuration. The app never
   * reads a Secret and gives a placeholder that names it; null: not known.
   */
  value(kind: 'Secret' | 'ConfigMap', namespace: string, name: string, key: string): string | null;
}

/** Why the operator writes a relabel rule. */
export type RuleOrigin =
  | 'job-name'
  | 'selector'
  | 'port'
  | 'target'
  | 'phase'
  | 'target-labels'
  | 'job'
  | 'endpoint'
  | 'probe'
  | 'scrape-class'
  | 'user'
  | 'enforced-namespace'
  | 'shard'
  | 'additional';

/** One rule of a job, in Prometheus' own field names, with the manifest field it comes from. */
export interface GeneratedRule {
  rule: JsonMap;
  origin: RuleOrigin;
  /** null: the operator always writes it, no field asks for it. */
  at: At | null;
}

/** One entry of `scrape_configs`. */
export interface ScrapeJob {
  /** `job_name`. */
  name: string;
  /** Id of the object it is made for (`ServiceMonitor/ns/name`); null for `additionalScrapeConfigs`. */
  object: string | null;
  /** Index of the endpoint; null where the kind has none (Probe, ScrapeConfig) and for additional configurations. */
  index: number | null;
  /** The whole entry, in the operator's order of fields, ready to be printed. */
  config: JsonMap;
  /** Entry by entry what `config.relabel_configs` and `config.metric_relabel_configs` hold. */
  relabelings: GeneratedRule[];
  metricRelabelings: GeneratedRule[];
}

/** A ServiceMonitor, PodMonitor, Probe or ScrapeConfig, read through its raw body. */
export type ConfigObject = RawObject;
