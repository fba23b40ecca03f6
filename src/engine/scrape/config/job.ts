import type { RawObject } from '../../ingest/index.ts';
import type { Fields } from '../../objects/index.ts';
import type { At, JsonMap } from '../../yaml/index.ts';
import type { Context } from './context.ts';
import { made, sanitized } from './rules.ts';
import type { GeneratedRule, RuleOrigin, ScrapeJob } from './types.ts';
import { entries, put, scalar, text } from './values.ts';

// What ServiceMonitors, PodMonitors, Probes and ScrapeConfigs have in common.

/** One job in the making: fields are added in the operator's order. */
export interface Draft {
  name: string;
  config: JsonMap;
  relabelings: GeneratedRule[];
  metricRelabelings: GeneratedRule[];
}

export const draft = (name: string): Draft => ({ name, config: { job_name: name }, relabelings: [], metricRelabelings: [] });

/** `relabel_configs` stands where it is put, not at the end. */
export function putRelabelings(d: Draft, rules: GeneratedRule[]): void {
  d.relabelings = rules;
  d.config['relabel_configs'] = rules.map((r) => r.rule);
}

export function putMetricRelabelings(d: Draft, rules: GeneratedRule[]): void {
  d.metricRelabelings = rules;
  if (rules.length > 0) d.config['metric_relabel_configs'] = rules.map((r) => r.rule);
}

export const finished = ({ name, config, relabelings, metricRelabelings }: Draft, object: RawObject, index: number | null): ScrapeJob => ({
  name,
  object: object.id,
  index,
  config,
  relabelings,
  metricRelabelings,
});

/** `honor_labels` is false where the Prometheus object overrides it. */
export const honorLabels = (c: Context, fields: Fields): boolean =>
  (fields.bool('honorLabels') ?? false) && !c.prometheus.bool('overrideHonorLabels');

/** `own`: what the user said, null for nothing. */
export function addHonorTimestamps(c: Context, own: boolean | null, out: JsonMap): void {
  const override = c.prometheus.bool('overrideHonorTimestamps') ?? false;
  if ((own !== null || override) && c.since('2.9.0')) out['honor_timestamps'] = (own ?? false) && !override;
}

export function addStaleness(c: Context, fields: Fields, out: JsonMap): void {
  if (c.since('2.48.0')) put(out, 'track_timestamps_staleness', scalar(fields, 'trackTimestampsStaleness'));
}

/** Lower case since v0.87. */
export function schemeOf(c: Context, fields: Fields): string | undefined {
  const scheme = text(fields, 'scheme');
  return c.world.release >= 87 ? scheme?.toLowerCase() : scheme;
}

/** Pods that are over. They are dropped unless the endpoint says `filterRunning: false`. */
export function phaseRule(endpoint: Fields): GeneratedRule[] {
  if (endpoint.bool('filterRunning') === false) return [];
  const at = endpoint.has('filterRunning') ? endpoint.atKey('filterRunning') : null;
  return [made('phase', at, { action: 'drop', source_labels: ['__meta_kubernetes_pod_phase'], regex: '(Failed|Succeeded)' })];
}

/** A label of the Service or pod, where it has one, as a label of the target. */
export function labelRule(origin: RuleOrigin, at: At, on: 'service' | 'pod', label: string, target: string): GeneratedRule {
  const source = `__meta_kubernetes_${on}_label_${sanitized(label)}`;
  return made(origin, at, { source_labels: [source], target_label: target, regex: '(.+)', replacement: '${1}' });
}

export const targetLabelRules = (holder: Fields, key: string, on: 'service' | 'pod'): GeneratedRule[] =>
  entries(holder, key).map(({ text: label, at }) => labelRule('target-labels', at, on, label, sanitized(label)));

/** Pod labels the object and the Prometheus object ask for. */
export const podTargetLabels = (c: Context, spec: Fields): GeneratedRule[] => [
  ...targetLabelRules(spec, 'podTargetLabels', 'pod'),
  ...targetLabelRules(c.prometheus, 'podTargetLabels', 'pod'),
];

/** `jobLabel`: the label of the Service or pod that names the job. */
export function jobLabelRule(spec: Fields, on: 'service' | 'pod'): GeneratedRule[] {
  const label = text(spec, 'jobLabel');
  return label ? [labelRule('job', spec.atKey('jobLabel'), on, label, 'job')] : [];
}

/** Label `endpoint`: the port as it is written, a port number of a PodMonitor excepted. */
export function endpointRule(endpoint: Fields): GeneratedRule[] {
  const field = text(endpoint, 'port') ? 'port' : 'targetPort';
  const value = endpoint.raw(field);
  if ((typeof value !== 'string' && typeof value !== 'number') || value === '') return [];
  return [made('endpoint', endpoint.atKey(field), { target_label: 'endpoint', replacement: String(value) })];
}

/** Keeps the declared container port that `targetPort` (or `portNumber`) means. */
export function containerPortRule(endpoint: Fields, field: 'targetPort' | 'portNumber'): GeneratedRule[] {
  const port = endpoint.intOrString(field);
  if (port === null || port === '' || port === 0) return [];
  const source = `__meta_kubernetes_pod_container_port_${typeof port === 'number' ? 'number' : 'name'}`;
  return [made('port', endpoint.atKey(field), { action: 'keep', source_labels: [source], regex: port })];
}

/** Keeps the named port. The name is a regex, unescaped, as the operator writes it. */
export function namedPortRule(endpoint: Fields, source: string): GeneratedRule[] {
  const port = text(endpoint, 'port');
  return port ? [made('port', endpoint.atKey('port'), { action: 'keep', source_labels: [source], regex: port })] : [];
}

/** Meta labels that become labels of every target. */
export const metaRules = (pairs: readonly (readonly [meta: string, label: string])[]): GeneratedRule[] =>
  pairs.map(([meta, label]) => made('target', null, { source_labels: [`__meta_kubernetes_${meta}`], target_label: label }));
