import type { RawObject } from '../../ingest/index.ts';
import type { Fields } from '../../objects/index.ts';
import { type Context, specOf } from './context.ts';
import { addBounds, addHonoring, addRequest } from './endpoint.ts';
import { addBasicAuth, addBearerToken, addMergedAuthorization, addOAuth2, addProxy } from './http.ts';
import * as job from './job.ts';
import { attachNode, endpointRole, kubernetesDiscovery, roleSelectors } from './kubernetes.ts';
import { classRules, jobNameRule, made, metricRules, userRules } from './rules.ts';
import { scrapeClassOf } from './scrapeClass.ts';
import { storeOf } from './secrets.ts';
import { byRoleSelector, selectorRules } from './selector.ts';
import { shardRules } from './shards.ts';
import { mergedTls } from './tls.ts';
import type { GeneratedRule, ScrapeJob } from './types.ts';
import { put, text } from './values.ts';

/** The job of one endpoint of a ServiceMonitor (prometheus-operator promcfg.go generateServiceMonitorConfig). */
export function serviceMonitorJob(c: Context, object: RawObject, endpoint: Fields): ScrapeJob {
  const spec = specOf(object);
  const scrapeClass = scrapeClassOf(c, spec);
  const store = storeOf(c, object.namespace);
  const role = endpointRole(c, spec);
  const d = job.draft(`serviceMonitor/${object.namespace}/${object.name}/${endpoint.index}`);
  const out = d.config;

  addHonoring(c, endpoint, out);
  const discovery = kubernetesDiscovery(c, store, {
    role,
    namespace: object.namespace,
    namespaces: spec.map('namespaceSelector'),
    attachNode: attachNode(c, spec, scrapeClass, '2.37.0'),
    selectors: roleSelectors(c, spec, [role, 'service']),
  });
  out['kubernetes_sd_configs'] = [discovery];
  addRequest(c, endpoint, out);
  addProxy(c, store, endpoint, out);
  addOAuth2(c, store, endpoint, out);
  put(out, 'tls_config', mergedTls(c, store, endpoint, scrapeClass, true));
  put(out, 'bearer_token_file', text(endpoint, 'bearerTokenFile'));
  addBearerToken(store, endpoint, out);
  addBasicAuth(store, endpoint, out);
  addMergedAuthorization(c, store, endpoint, scrapeClass, out);

  const slice = role === 'endpointslice' ? 'endpointslice' : 'endpoint';
  const named = job.namedPortRule(endpoint, `__meta_kubernetes_${slice}_port_name`);
  job.putRelabelings(d, [
    jobNameRule(),
    ...(byRoleSelector(c, spec) ? [] : selectorRules(c, spec.map('selector'), 'service')),
    ...(named.length > 0 ? named : job.containerPortRule(endpoint, 'targetPort')),
    ...addressTargetRules(slice),
    ...job.metaRules([
      ['namespace', 'namespace'],
      ['service_name', 'service'],
      ['pod_name', 'pod'],
      ['pod_container_name', 'container'],
    ]),
    ...(c.world.release >= 61 ? job.phaseRule(endpoint) : []),
    ...job.targetLabelRules(spec, 'targetLabels', 'service'),
    ...job.podTargetLabels(c, spec),
    made('job', null, { source_labels: ['__meta_kubernetes_service_name'], target_label: 'job', replacement: '${1}' }),
    ...job.jobLabelRule(spec, 'service'),
    ...job.endpointRule(endpoint),
    ...classRules(c, scrapeClass, 'relabelings'),
    ...userRules(c, object, endpoint, 'relabelings'),
    ...shardRules(c, '__address__'),
  ]);

  addBounds(c, spec, scrapeClass, out);
  job.putMetricRelabelings(d, metricRules(c, object, scrapeClass, endpoint));
  return job.finished(d, object, endpoint.index);
}

/** Labels `node` and `pod` from what the endpoint's address belongs to. */
function addressTargetRules(slice: 'endpoint' | 'endpointslice'): GeneratedRule[] {
  const sources = [`__meta_kubernetes_${slice}_address_target_kind`, `__meta_kubernetes_${slice}_address_target_name`];
  return (['Node', 'Pod'] as const).map((kind) =>
    made('target', null, {
      source_labels: sources,
      separator: ';',
      regex: `${kind};(.*)`,
      replacement: '${1}',
      target_label: kind.toLowerCase(),
    }),
  );
}
