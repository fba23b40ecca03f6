import { asText, sortedMap, texts } from '../values.ts';
import {
  allGiven,
  authorization,
  basicAuth,
  filled,
  filledMap,
  given,
  http2,
  list,
  lowered,
  oauth2,
  proxy,
  redirects,
  refresh,
  required,
  type Step,
  secret,
  tls,
} from './steps.ts';

// Discoveries that are no cloud's own (prometheus-operator promcfg.go generateScrapeConfig).

export const statics: readonly Step[] = [
  ({ fields, out }) => {
    out['targets'] = texts(fields, 'targets');
    out['labels'] = sortedMap(fields, 'labels', asText) ?? {};
  },
];

export const files: readonly Step[] = [list('files'), refresh];

export const web: readonly Step[] = [basicAuth, authorization, tls, proxy, oauth2, required('url'), refresh, redirects, http2];

export const consul: readonly Step[] = [
  basicAuth,
  authorization,
  oauth2,
  proxy,
  tls,
  required('server'),
  given('pathPrefix'),
  secret('tokenRef', 'token'),
  given('datacenter'),
  given('namespace'),
  given('partition'),
  lowered('scheme'),
  filled('services'),
  filled('tags'),
  given('tagSeparator'),
  filledMap('nodeMeta'),
  given('filter'),
  given('healthFilter'),
  given('allowStale'),
  refresh,
  redirects,
  http2,
];

/** Record types Prometheus learned later. */
const RECORDS: Readonly<Record<string, string>> = { NS: '2.49.0', MX: '2.38.0' };

const recordType: Step = (entry) => {
  const type = entry.fields.text('type') ?? '';
  const from = Object.hasOwn(RECORDS, type) ? RECORDS[type] : undefined;
  if (!from || entry.c.since(from)) given('type')(entry);
};

export const dns: readonly Step[] = [list('names'), refresh, recordType, given('port')];

export const kuma: readonly Step[] = [
  basicAuth,
  authorization,
  oauth2,
  proxy,
  required('server'),
  redirects,
  http2,
  tls,
  refresh,
  given('fetchTimeout'),
  given('clientID', 'client_id'),
];

export const eureka: readonly Step[] = [basicAuth, authorization, oauth2, proxy, redirects, http2, tls, refresh, given('server')];

export const nomad: readonly Step[] = [
  basicAuth,
  authorization,
  oauth2,
  proxy,
  required('server'),
  ...allGiven('allowStale', 'namespace', 'refreshInterval', 'region', 'tagSeparator'),
  redirects,
  http2,
  tls,
];

export const puppetdb: readonly Step[] = [
  basicAuth,
  authorization,
  oauth2,
  proxy,
  required('url'),
  required('query'),
  ...allGiven('includeParameters', 'port', 'refreshInterval', 'followRedirects'),
  tls,
  http2,
];
