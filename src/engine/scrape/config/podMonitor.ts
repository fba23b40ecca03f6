import type { RawObject } from '../../ingest/index.ts';
import type { Fields } from '../../objects/index.ts';
import { type Context, specOf } from './context.ts';
import { addBounds, addHonoring, addRequest } from './endpoint.ts';
import { addBasicAuth, addBearerToken, addMergedAuthorization, addOAuth2, addProxy } from './http.ts';
import * as job from './job.ts';
import { attachNode, kubernetesDiscovery, roleSelectors } from './kubernetes.ts';
import { classRules, jobNameRule, made, metricRules, userRules } from './rules.ts';
import { scrapeClassOf } from './scrapeClass.ts';
import { storeOf } from './secrets.ts';
import { byRoleSelector, selectorRules } from './selector.ts';
import { shardRules } from './shards.ts';
import { mergedTls } from './tls.ts';
import type { GeneratedRule, ScrapeJob } from './types.ts';
import { put } from './values.ts';

/** The job of one endpoint of a PodMonitor (prometheus-operator promcfg.go generatePodMonitorConfig). */
export function podMonitorJob(c: Context, object: RawObject, endpoint: Fields): ScrapeJob {
  const spec = specOf(object);
  const scrapeClass = scrapeClassOf(c, spec);
  const store = storeOf(c, object.namespace);
  const d = job.draft(`podMonitor/${object.namespace}/${object.name}/${endpoint.index}`);
  const out = d.config;

  addHonoring(c, endpoint, out);
  const discovery = kubernetesDiscovery(c, store, {
    role: 'pod',
    namespace: object.namespace,
    namespaces: spec.map('namespaceSelector'),
    attachNode: attachNode(c, spec, scrapeClass, '2.35.0'),
    selectors: roleSelectors(c, spec, ['pod']),
  });
  out['kubernetes_sd_configs'] = [discovery];
  addRequest(c, endpoint, out);
  put(out, 'tls_config', mergedTls(c, store, endpoint, scrapeClass, false));
  addBearerToken(store, endpoint, out);
  addBasicAuth(store, endpoint, out);
  addOAuth2(c, store, endpoint, out);
  addProxy(c, store, endpoint, out);
  addMergedAuthorization(c, store, endpoint, scrapeClass, out);

  job.putRelabelings(d, [
    jobNameRule(),
    ...(c.world.release >= 60 ? job.phaseRule(endpoint) : []),
    ...(byRoleSelector(c, spec) ? [] : selectorRules(c, spec.map('selector'), 'pod')),
    ...portRules(c, endpoint),
    ...job.metaRules([
      ['namespace', 'namespace'],
      ['pod_container_name', 'container'],
      ['pod_name', 'pod'],
    ]),
    ...job.podTargetLabels(c, spec),
    made('job', null, { target_label: 'job', replacement: `${object.namespace}/${object.name}` }),
    ...job.jobLabelRule(spec, 'pod'),
    ...job.endpointRule(endpoint),
    ...classRules(c, scrapeClass, 'relabelings'),
    ...userRules(c, object, endpoint, 'relabelings'),
    // On every node one agent, so nothing to divide.
    ...(c.daemonSet ? [] : shardRules(c, '__address__')),
  ]);

  addBounds(c, spec, scrapeClass, out);
  job.putMetricRelabelings(d, metricRules(c, object, scrapeClass, endpoint));
  return job.finished(d, object, endpoint.index);
}

/** `port`, else `portNumber` (since v0.79), else the deprecated `targetPort`; none of them keeps every port. */
function portRules(c: Context, endpoint: Fields): GeneratedRule[] {
  const named = job.namedPortRule(endpoint, '__meta_kubernetes_pod_container_port_name');
  if (named.length > 0) return named;
  const numbered = c.world.release >= 79 ? job.containerPortRule(endpoint, 'portNumber') : [];
  return numbered.length > 0 ? numbered : job.containerPortRule(endpoint, 'targetPort');
}
