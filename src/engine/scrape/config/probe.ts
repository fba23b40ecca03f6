import type { RawObject } from '../../ingest/index.ts';
import type { Fields } from '../../objects/index.ts';
import { type Json, type JsonMap, PlainMap } from '../../yaml/index.ts';
import { type Context, specOf } from './context.ts';
import { addBasicAuth, addBearerToken, addClientSwitches, addMergedAuthorization, addOAuth2, addProxy } from './http.ts';
import * as job from './job.ts';
import { kubernetesDiscovery } from './kubernetes.ts';
import { addBodySizeLimit, addHistograms, addLimits, addScrapeProtocols } from './limits.ts';
import { classRules, jobNameRule, made, metricRules, userRules } from './rules.ts';
import { fallbackProtocol, scrapeClassOf } from './scrapeClass.ts';
import { storeOf } from './secrets.ts';
import { selectorRules } from './selector.ts';
import { shardRules } from './shards.ts';
import { mergedTls } from './tls.ts';
import type { GeneratedRule, ScrapeJob } from './types.ts';
import { put, text, texts } from './values.ts';

/** The job of a Probe (prometheus-operator promcfg.go generateProbeConfig). */
export function probeJob(c: Context, object: RawObject): ScrapeJob {
  const spec = specOf(object);
  const prober = spec.map('prober');
  const scrapeClass = scrapeClassOf(c, spec);
  const store = storeOf(c, object.namespace);
  const d = job.draft(`probe/${object.namespace}/${object.name}`);
  const out = d.config;

  job.addHonorTimestamps(c, true, out);
  out['metrics_path'] = prober.text('path') ?? (c.world.crdDefaults ? '/probe' : '');
  put(out, 'scrape_interval', text(spec, 'interval'));
  put(out, 'scrape_timeout', text(spec, 'scrapeTimeout'));
  put(out, 'scheme', job.schemeOf(c, prober));
  const params = paramsOf(spec);
  if (Object.keys(params).length > 0) out['params'] = params;
  addLimits(c, spec, out);
  addHistograms(c, spec, out);
  addScrapeProtocols(c, spec, fallbackProtocol(c, spec, scrapeClass), out);
  addBodySizeLimit(c, null, out);
  addProxy(c, store, prober, out);
  addClientSwitches(c, spec, out);
  put(out, 'tls_config', mergedTls(c, store, spec, scrapeClass, false));

  // A static list wins over an ingress selector.
  const targets = spec.map('targets');
  const isStatic = targets.has('staticConfig');
  const holder = targets.map(isStatic ? 'staticConfig' : 'ingress');
  const chosen = isStatic || targets.has('ingress');
  if (isStatic) out['static_configs'] = [staticConfig(holder, object.namespace)];
  else if (chosen)
    out['kubernetes_sd_configs'] = [
      kubernetesDiscovery(c, store, {
        role: 'ingress',
        namespace: object.namespace,
        namespaces: holder.map('namespaceSelector'),
        attachNode: null,
        selectors: [],
      }),
    ];
  job.putRelabelings(d, [
    jobNameRule(),
    ...jobRule(spec),
    ...(chosen ? (isStatic ? staticRules(prober) : ingressRules(c, holder, prober)) : []),
    ...(chosen ? [...classRules(c, scrapeClass, 'relabelings'), ...userRules(c, object, holder, 'relabelingConfigs')] : []),
    ...shardRules(c, '__param_target'),
  ]);

  addBearerToken(store, spec, out);
  addBasicAuth(store, spec, out);
  addOAuth2(c, store, spec, out);
  addMergedAuthorization(c, store, spec, scrapeClass, out);
  job.putMetricRelabelings(d, metricRules(c, object, scrapeClass, spec));
  return job.finished(d, object, null);
}

/** `module` wins over an entry of `params` with that name. */
function paramsOf(spec: Fields): JsonMap {
  const params: JsonMap = new PlainMap();
  const module = text(spec, 'module');
  if (module) params['module'] = [module];
  for (const entry of spec.list('params')) {
    const name = entry.text('name') ?? '';
    if (!(module && name === 'module')) params[name] = texts(entry, 'values');
  }
  return params;
}

/** The static targets, labelled with the Probe's namespace unless they say another. */
function staticConfig(holder: Fields, namespace: string): JsonMap {
  const given = holder.labels('labels');
  const labels: JsonMap = new PlainMap();
  const names = Object.hasOwn(given, 'namespace') ? Object.keys(given) : [...Object.keys(given), 'namespace'];
  for (const name of names.sort()) labels[name] = Object.hasOwn(given, name) ? (given[name] as Json) : namespace;
  return { targets: texts(holder, 'static'), labels };
}

function jobRule(spec: Fields): GeneratedRule[] {
  const name = text(spec, 'jobName');
  return name ? [made('job', spec.atKey('jobName'), { target_label: 'job', replacement: name })] : [];
}

/** From here on the prober is asked, and what it probes becomes the instance. */
const proberRules = (prober: Fields): GeneratedRule[] => [
  made('probe', null, { source_labels: ['__param_target'], target_label: 'instance' }),
  made('probe', prober.has('url') ? prober.atKey('url') : null, { target_label: '__address__', replacement: prober.text('url') ?? '' }),
];

const staticRules = (prober: Fields): GeneratedRule[] => [
  made('probe', null, { source_labels: ['__address__'], target_label: '__param_target' }),
  ...proberRules(prober),
];

const ingressRules = (c: Context, holder: Fields, prober: Fields): GeneratedRule[] => [
  ...selectorRules(c, holder.map('selector'), 'ingress'),
  made('probe', null, {
    source_labels: ['__meta_kubernetes_ingress_scheme', '__address__', '__meta_kubernetes_ingress_path'],
    separator: ';',
    regex: '(.+);(.+);(.+)',
    target_label: '__param_target',
    replacement: '${1}://${2}${3}',
    action: 'replace',
  }),
  ...job.metaRules([
    ['namespace', 'namespace'],
    ['ingress_name', 'ingress'],
  ]),
  made('probe', null, {
    source_labels: ['__address__'],
    separator: ';',
    regex: '(.*)',
    target_label: '__tmp_ingress_address',
    replacement: '$1',
    action: 'replace',
  }),
  ...proberRules(prober),
];
