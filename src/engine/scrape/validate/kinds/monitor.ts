import type { Fields } from '../../../objects/index.ts';
import type { Judge } from '../judge.ts';
import { authorization, authorizationComplete, basicAuth, bearerToken, oneMethod } from '../parts/auth.ts';
import { timeoutWithinInterval } from '../parts/interval.ts';
import { oauth2, oauth2Shape } from '../parts/oauth2.ts';
import { proxy, proxyShape } from '../parts/proxy.ts';
import { relabelings } from '../parts/relabel.ts';
import { scrapeClass, selector, selectorMechanism } from '../parts/selection.ts';
import { type TlsType, tls, tlsShape } from '../parts/tls.ts';

/** resource_selector.go checkServiceMonitor */
export function serviceMonitor(object: Fields, judge: Judge): void {
  const spec = object.map('spec');
  selector(spec, judge);
  selectorMechanism(spec, judge);
  for (const endpoint of spec.list('endpoints')) {
    if (judge.prometheus.denyFileAccess) noFiles(endpoint, judge);
    if (judge.release >= SHAPE_SINCE.ServiceMonitor) clientShape(endpoint, judge, 'files');
    bearerToken(endpoint, judge, ['name']);
    basicAuth(endpoint, judge);
    tls(endpoint, judge, 'files');
    oauth2(endpoint, judge);
    authorization(endpoint, judge);
    timeoutWithinInterval(endpoint, judge);
    relabelings(endpoint, 'relabelings', judge);
    relabelings(endpoint, 'metricRelabelings', judge);
    if (judge.release >= PROXY_SINCE) proxy(endpoint, judge);
  }
  scrapeClass(spec, judge);
}

/** resource_selector.go checkPodMonitor, addHTTPConfigToStore */
export function podMonitor(object: Fields, judge: Judge): void {
  const spec = object.map('spec');
  selector(spec, judge);
  selectorMechanism(spec, judge);
  for (const endpoint of spec.list('podMetricsEndpoints')) {
    timeoutWithinInterval(endpoint, judge);
    relabelings(endpoint, 'relabelings', judge);
    relabelings(endpoint, 'metricRelabelings', judge);
    if (judge.release >= SHAPE_SINCE.PodMonitor) clientShape(endpoint, judge, 'safe');
    bearerToken(endpoint, judge, ['name', 'key']);
    basicAuth(endpoint, judge);
    tls(endpoint, judge, 'safe');
    oauth2(endpoint, judge);
    authorization(endpoint, judge);
    if (judge.release >= PROXY_SINCE) proxy(endpoint, judge);
  }
  scrapeClass(spec, judge);
}

/** Releases from which on the whole HTTP client section is judged as one (prometheus-operator pull request 7975). */
const SHAPE_SINCE = { PodMonitor: 86, ServiceMonitor: 90 } as const;
/** Before, monitors had only `proxyUrl`, which nobody looked at. */
export const PROXY_SINCE = 84;

/** HTTPConfigWithProxy.Validate, HTTPConfigWithProxyAndTLSFiles.Validate (http_config.go) */
function clientShape(client: Fields, judge: Judge, type: TlsType): void {
  oneMethod(client, judge);
  authorizationComplete(client, judge);
  oauth2Shape(client, judge);
  tlsShape(client, judge, type);
  proxyShape(client, judge);
}

/** resource_selector.go testForArbitraryFSAccess */
function noFiles(endpoint: Fields, judge: Judge): void {
  const reject = (holder: Fields, field: string): void => {
    if (holder.str(field)) judge.reject(holder, field, 'file-access-denied', { field });
  };
  reject(endpoint, 'bearerTokenFile');
  for (const field of ['caFile', 'certFile', 'keyFile']) reject(endpoint.map('tlsConfig'), field);
}
