import type { RawObject } from '../../ingest/index.ts';
import type { Fields } from '../../objects/index.ts';
import type { Verdict } from '../verdict.ts';
import { parseVersion } from '../version.ts';
import { type Judge, judged } from './judge.ts';
import { authorization, authorizationComplete, basicAuth } from './parts/auth.ts';
import { timeoutWithinInterval } from './parts/interval.ts';
import { oauth2 } from './parts/oauth2.ts';
import { proxyReferences } from './parts/proxy.ts';
import { lookUp } from './parts/references.ts';
import { relabelings } from './parts/relabel.ts';
import { tls, tlsShape } from './parts/tls.ts';
import { viewOf } from './prometheusView.ts';
import type { ValidationWorld } from './types.ts';

/** Whether a Prometheus or PrometheusAgent keeps the operator from writing any configuration, so that the old one stays. */
export function validatePrometheus(prometheus: RawObject, world: ValidationWorld): Verdict {
  return judged(prometheus, viewOf(prometheus), world, (object, judge) => {
    const spec = object.map('spec');
    version(spec, judge);
    scrapeClasses(spec, judge);
    clients(spec, judge);
    for (const field of ADDITIONAL) additional(spec, field, judge);
    timeoutWithinInterval(spec, judge, 'scrapeInterval');
  });
}

/** promcfg.go NewConfigGenerator */
function version(spec: Fields, judge: Judge): void {
  const text = spec.str('version') ?? '';
  if (text === '') return;
  const major = parseVersion(text)?.numbers[0];
  if (major === undefined) judge.reject(spec, 'version', 'prometheus-version-unreadable', { version: text });
  else if (major !== 2 && major !== 3) judge.reject(spec, 'version', 'prometheus-version-unsupported', { version: text });
}

/** promcfg.go getScrapeClassConfig, store.go AddScrapeClassesToStore */
function scrapeClasses(spec: Fields, judge: Judge): void {
  const classes = spec.list('scrapeClasses');
  let first: string | null = null;
  for (const one of classes) {
    relabelings(one, 'relabelings', judge);
    relabelings(one, 'metricRelabelings', judge);
    tlsShape(one, judge, 'files');
    if (one.map('authorization').has('credentialsFile')) noCredentialsTwice(one, judge);
    else authorizationComplete(one, judge);
    if (!one.bool('default')) continue;
    const name = one.str('name') ?? '';
    if (first) judge.reject(one, 'default', 'scrape-class-defaults', { first, second: name });
    first ??= name;
  }
  for (const one of classes) tls(one, judge, 'files');
}

/** Authorization.Validate, the type that also has a file */
function noCredentialsTwice(parent: Fields, judge: Judge): void {
  const own = parent.map('authorization');
  if (own.str('credentialsFile') && own.has('credentials'))
    judge.reject(own, 'credentialsFile', 'auth-given-twice', { first: 'credentials', second: 'credentialsFile' });
}

/** store.go AddRemoteReadsToStore, AddRemoteWritesToStore, AddAPIServerConfigToStore */
function clients(spec: Fields, judge: Judge): void {
  const server = spec.map('apiserverConfig');
  for (const client of spec.list('remoteWrite')) oneLogin(client, judge);
  for (const client of [...spec.list('remoteRead'), ...spec.list('remoteWrite'), server]) {
    noCredentialsTwice(client, judge);
    basicAuth(client, judge);
    if (client !== server) oauth2(client, judge);
    tls(client, judge, 'files');
    authorization(client, judge);
    proxyReferences(client, judge);
  }
}

/** common.go validateRemoteWriteSpec */
function oneLogin(client: Fields, judge: Judge): void {
  const [first, second] = ['basicAuth', 'oauth2', 'authorization', 'sigv4', 'azureAd'].filter((method) => client.has(method));
  if (first && second) judge.reject(client, second, 'auth-given-twice', { first, second });
}

const ADDITIONAL = ['additionalScrapeConfigs', 'additionalAlertRelabelConfigs', 'additionalAlertManagerConfigs'] as const;

/** k8s LoadSecretRef: here, and only here, the operator goes on without a reference that is `optional`. */
function additional(spec: Fields, field: string, judge: Judge): void {
  const reference = spec.map(field);
  if (spec.has(field) && !reference.bool('optional')) lookUp(reference, 'Secret', judge);
}
