import type { RawObject } from '../../ingest/index.ts';
import type { Fields } from '../../objects/index.ts';
import type { At, JsonMap } from '../../yaml/index.ts';
import type { Context } from './context.ts';
import { classHas } from './scrapeClass.ts';
import type { GeneratedRule, RuleOrigin } from './types.ts';
import { put, scalar, text, texts } from './values.ts';

/** A rule the operator writes by itself. */
export const made = (origin: RuleOrigin, at: At | null, rule: JsonMap): GeneratedRule => ({ rule, origin, at });

/** Prometheus' label names know letters, digits and `_` only; everything else becomes `_` (promcfg.go sanitizeLabelName). */
export const sanitized = (label: string): string => label.replace(/[^a-zA-Z0-9_]/gu, '_');

/** The rule every job begins with. */
export const jobNameRule = (): GeneratedRule =>
  made('job-name', null, { source_labels: ['job'], target_label: '__tmp_prometheus_job_name' });

/** A user's rule with only the fields that are given (promcfg.go generateRelabelConfig). */
function written(c: Context, r: Fields): JsonMap {
  const rule: JsonMap = {};
  const sources = texts(r, 'sourceLabels');
  if (sources.length > 0) rule['source_labels'] = sources;
  put(rule, 'separator', r.text('separator'));
  put(rule, 'target_label', text(r, 'targetLabel'));
  put(rule, 'regex', text(r, 'regex'));
  put(rule, 'modulus', scalar(r, 'modulus') || undefined);
  put(rule, 'replacement', r.text('replacement'));
  const action = r.has('action') ? text(r, 'action') : c.world.crdDefaults ? 'replace' : undefined;
  put(rule, 'action', action?.toLowerCase());
  return rule;
}

const listed = (c: Context, holder: Fields, key: string, origin: RuleOrigin): GeneratedRule[] =>
  holder.list(key).map((r) => made(origin, r.at, written(c, r)));

/** Rules of the scrape class, which stand before the user's. */
export const classRules = (c: Context, scrapeClass: Fields | null, key: 'relabelings' | 'metricRelabelings'): GeneratedRule[] =>
  classHas(c, scrapeClass, key) ? listed(c, scrapeClass, key, 'scrape-class') : [];

/** The user's rules, then the enforced namespace label, which so has the last word (pkg/namespacelabeler). */
export function userRules(c: Context, object: RawObject, holder: Fields, key: string): GeneratedRule[] {
  const rules = listed(c, holder, key, 'user');
  const label = text(c.prometheus, 'enforcedNamespaceLabel');
  if (!label || isExcluded(c, object)) return rules;
  const at = c.prometheus.atKey('enforcedNamespaceLabel');
  return [...rules, made('enforced-namespace', at, { target_label: label, replacement: object.namespace })];
}

/** Metric rules of the class and of the user together. */
export const metricRules = (c: Context, object: RawObject, scrapeClass: Fields | null, holder: Fields): GeneratedRule[] => [
  ...classRules(c, scrapeClass, 'metricRelabelings'),
  ...userRules(c, object, holder, 'metricRelabelings'),
];

const RESOURCES: Readonly<Record<string, string>> = {
  prometheusrules: 'PrometheusRule',
  servicemonitors: 'ServiceMonitor',
  podmonitors: 'PodMonitor',
  probes: 'Probe',
  scrapeconfigs: 'ScrapeConfig',
};

/** An entry without a namespace counts for nothing, one without a name for all objects of its kind there. */
function isExcluded(c: Context, object: RawObject): boolean {
  if (object.kind === 'ScrapeConfig' && c.world.release < 67) return false;
  return c.prometheus.list('excludedFromEnforcement').some((entry) => {
    const resource = entry.text('resource') ?? '';
    const kind = Object.hasOwn(RESOURCES, resource) ? RESOURCES[resource] : undefined;
    const name = text(entry, 'name');
    return kind === object.kind && entry.text('namespace') === object.namespace && (!name || name === object.name);
  });
}
