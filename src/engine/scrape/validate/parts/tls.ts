import type { Fields } from '../../../objects/index.ts';
import type { Judge } from '../judge.ts';
import { eitherKey, notBoth, refersToAny, secretKey } from './references.ts';

/** `files`: the type that also has caFile, certFile and keyFile (ServiceMonitor, scrape class, Prometheus). */
export type TlsType = 'safe' | 'files';

/** TLSConfig.Validate and SafeTLSConfig.Validate (tls_types.go) */
export function tlsShape(parent: Fields, judge: Judge, type: TlsType): void {
  const tls = parent.map('tlsConfig');
  const file = (field: string): boolean => type === 'files' && Boolean(tls.str(field));
  const twice = (first: string, second: string): void => judge.reject(tls, second, 'tls-given-twice', { first, second });
  for (const field of ['ca', 'cert'] as const) {
    if (refersToAny(tls.map(field)) && file(`${field}File`)) twice(field, `${field}File`);
    notBoth(tls.map(field), judge);
  }
  if (tls.has('keySecret') && file('keyFile')) twice('keySecret', 'keyFile');
  const cert = refersToAny(tls.map('cert')) || file('certFile');
  const key = tls.has('keySecret') || file('keyFile');
  if (cert && !key) judge.reject(tls, tls.has('cert') ? 'cert' : 'certFile', 'tls-cert-without-key');
  if (key && !cert) judge.reject(tls, tls.has('keySecret') ? 'keySecret' : 'keyFile', 'tls-key-without-cert');
  const [min, max] = [tls.str('minVersion'), tls.str('maxVersion')];
  if (min !== null && max !== null && max < min) judge.reject(tls, 'maxVersion', 'tls-version-range', { min, max });
}

const CERTIFICATE = /-----BEGIN ([^-\n]+)-----[\s\S]*?-----END \1-----/;
const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ )?PRIVATE KEY-----/;

/** assets addTLSAssets: what is referred to exists, and is PEM where it may be read. */
export function tlsReferences(parent: Fields, judge: Judge): void {
  const tls = parent.map('tlsConfig');
  const ca = eitherKey(tls.map('ca'), judge);
  const cert = eitherKey(tls.map('cert'), judge);
  const key = tls.has('keySecret') ? secretKey(tls, 'keySecret', judge) : null;
  if (ca && !CERTIFICATE.test(ca)) judge.reject(tls, 'ca', 'not-pem', { field: 'ca' });
  // The operator looks at the pair only when neither half is empty.
  if (cert === '' || key === '') return;
  if (cert && tls.has('keySecret') && !CERTIFICATE.test(cert)) judge.reject(tls, 'cert', 'not-pem', { field: 'cert' });
  if (key && refersToAny(tls.map('cert')) && !PRIVATE_KEY.test(key)) judge.reject(tls, 'keySecret', 'not-pem', { field: 'keySecret' });
}

export function tls(parent: Fields, judge: Judge, type: TlsType): void {
  tlsShape(parent, judge, type);
  tlsReferences(parent, judge);
}
