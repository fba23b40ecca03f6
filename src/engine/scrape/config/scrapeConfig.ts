import type { RawObject } from '../../ingest/index.ts';
import type { Fields } from '../../objects/index.ts';
import type { JsonMap } from '../../yaml/index.ts';
import { type Context, specOf } from './context.ts';
import { addDiscoveries } from './discoveries.ts';
import { addBasicAuth, addMergedAuthorization, addOAuth2, addProxy } from './http.ts';
import * as job from './job.ts';
import { addBodySizeLimit, addHistograms, addLimits, addScrapeProtocols } from './limits.ts';
import { classRules, jobNameRule, made, metricRules, userRules } from './rules.ts';
import { fallbackProtocol, scrapeClassOf } from './scrapeClass.ts';
import { storeOf } from './secrets.ts';
import { shardRules, shardsOf } from './shards.ts';
import { mergedTls } from './tls.ts';
import type { GeneratedRule, ScrapeJob } from './types.ts';
import { asTexts, put, scalar, sortedMap } from './values.ts';

/** The job of a ScrapeConfig: what it says, and nothing about Kubernetes (promcfg.go generateScrapeConfig). */
export function scrapeConfigJob(c: Context, object: RawObject): ScrapeJob {
  const spec = specOf(object);
  const scrapeClass = scrapeClassOf(c, spec);
  const store = storeOf(c, object.namespace);
  const d = job.draft(`scrapeConfig/${object.namespace}/${object.name}`);
  const out = d.config;

  if (spec.has('honorTimestamps')) job.addHonorTimestamps(c, spec.bool('honorTimestamps'), out);
  job.addStaleness(c, spec, out);
  if (spec.has('honorLabels')) out['honor_labels'] = job.honorLabels(c, spec);
  put(out, 'metrics_path', scalar(spec, 'metricsPath'));
  const params = sortedMap(spec, 'params', asTexts);
  if (params && Object.keys(params).length > 0) out['params'] = params;
  if (c.since('2.49.0')) put(out, 'enable_compression', scalar(spec, 'enableCompression'));
  if (c.since('2.35.0')) put(out, 'enable_http2', scalar(spec, 'enableHTTP2'));
  put(out, 'scrape_interval', scalar(spec, 'scrapeInterval'));
  put(out, 'scrape_timeout', scalar(spec, 'scrapeTimeout'));
  addScrapeProtocols(c, spec, fallbackProtocol(c, spec, scrapeClass), out);
  put(out, 'scheme', spec.text('scheme')?.toLowerCase());
  addProxy(c, store, spec, out);
  addBasicAuth(store, spec, out);
  addMergedAuthorization(c, store, spec, scrapeClass, out);
  addOAuth2(c, store, spec, out);
  put(out, 'tls_config', mergedTls(c, store, spec, scrapeClass, false));
  addLimits(c, spec, out);
  addHistograms(c, spec, out);
  addBodySizeLimit(c, spec, out);
  addDiscoveries(c, store, spec, out);

  const rules = [
    jobNameRule(),
    ...classRules(c, scrapeClass, 'relabelings'),
    ...jobRule(spec),
    // Without rules of its own it gets no namespace label either: as the operator does.
    ...(spec.list('relabelings').length > 0 ? userRules(c, object, spec, 'relabelings') : []),
  ];
  job.putRelabelings(d, [...rules, ...shardRulesIfNeeded(c, rules)]);
  job.putMetricRelabelings(d, metricRules(c, object, scrapeClass, spec));
  addNaming(c, spec, out);
  return job.finished(d, object, null);
}

function jobRule(spec: Fields): GeneratedRule[] {
  const name = spec.text('jobName');
  return name === null ? [] : [made('job', spec.atKey('jobName'), { target_label: 'job', action: 'replace', replacement: name })];
}

/** A single shard divides nothing, and a job that hashes by itself is left alone. */
export function shardRulesIfNeeded(c: Context, rules: readonly GeneratedRule[]): GeneratedRule[] {
  const hashes = rules.some((r) => r.rule['action'] === 'hashmod');
  return shardsOf(c) === 1 || c.daemonSet || hashes ? [] : shardRules(c, '__address__');
}

const ESCAPING: Readonly<Record<string, string>> = {
  AllowUTF8: 'allow-utf-8',
  Underscores: 'underscores',
  Dots: 'dots',
  Values: 'values',
};

function addNaming(c: Context, spec: Fields, out: JsonMap): void {
  if (c.since('3.0.0')) put(out, 'metric_name_validation_scheme', spec.text('nameValidationScheme')?.toLowerCase());
  const escaping = spec.text('nameEscapingScheme');
  if (escaping && Object.hasOwn(ESCAPING, escaping) && c.since('3.4.0')) put(out, 'metric_name_escaping_scheme', ESCAPING[escaping]);
}
