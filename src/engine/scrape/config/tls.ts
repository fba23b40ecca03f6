import type { Fields } from '../../objects/index.ts';
import type { JsonMap } from '../../yaml/index.ts';
import type { Context } from './context.ts';
import type { Store } from './secrets.ts';
import { put, scalar, text } from './values.ts';

const FILES = [
  ['caFile', 'ca_file'],
  ['certFile', 'cert_file'],
  ['keyFile', 'key_file'],
] as const;

const SAFE_FIELDS = ['ca', 'cert', 'keySecret', 'insecureSkipVerify', 'serverName', 'minVersion', 'maxVersion'] as const;

const isReference = (r: Fields): boolean => r.has('secret') || r.has('configMap');

/** True for a SafeTLSConfig that says nothing at all, `{ca: {}, cert: {}}` included. */
const isEmpty = (tls: Fields): boolean =>
  SAFE_FIELDS.every((field) => (field === 'ca' || field === 'cert' ? !isReference(tls.map(field)) : !tls.has(field)));

/** `tls_config` of a SafeTLSConfig (promcfg.go addSafeTLStoYaml). */
export function safeTls(c: Context, store: Store, tls: Fields): JsonMap {
  const out: JsonMap = {};
  put(out, 'insecure_skip_verify', scalar(tls, 'insecureSkipVerify'));
  for (const part of ['ca', 'cert'] as const) {
    const reference = tls.map(part);
    if (!isReference(reference)) continue;
    if (c.world.inlineTls) put(out, part, store.either(reference));
    else out[`${part}_file`] = store.file(reference);
  }
  if (tls.has('keySecret')) {
    if (c.world.inlineTls) put(out, 'key', store.secret(tls.map('keySecret')));
    else out['key_file'] = store.secretFile(tls.map('keySecret'));
  }
  put(out, 'server_name', text(tls, 'serverName'));
  if (c.since('2.35.0')) put(out, 'min_version', scalar(tls, 'minVersion'));
  if (c.since('2.41.0')) put(out, 'max_version', scalar(tls, 'maxVersion'));
  return out;
}

/** `tls_config` of a TLSConfig, which may also name files in the Prometheus container (promcfg.go addTLStoYaml). */
export function fullTls(c: Context, store: Store, tls: Fields): JsonMap {
  const out = safeTls(c, store, tls);
  for (const [field, name] of FILES) put(out, name, text(tls, field));
  return out;
}

/**
 * `tls_config` of a monitor and its scrape class: the class fills in the files for what the monitor leaves open, or stands
 * alone (promcfg.go mergeTLSConfigWithScrapeClass). `files`: the kind may name files itself (ServiceMonitor).
 */
export function mergedTls(c: Context, store: Store, holder: Fields, scrapeClass: Fields | null, files: boolean): JsonMap | null {
  const own = holder.map('tlsConfig');
  const classTls = scrapeClass?.has('tlsConfig') ? scrapeClass.map('tlsConfig') : null;
  if (!holder.has('tlsConfig') || (!files && isEmpty(own))) return classTls && fullTls(c, store, classTls);
  const out = files ? fullTls(c, store, own) : safeTls(c, store, own);
  if (classTls) fillFiles(out, own, classTls, files);
  return out;
}

function fillFiles(out: JsonMap, own: Fields, classTls: Fields, files: boolean): void {
  for (const [field, name] of FILES) {
    const given = field === 'keyFile' ? own.has('keySecret') : isReference(own.map(field === 'caFile' ? 'ca' : 'cert'));
    if (!given && !(files && text(own, field))) put(out, name, text(classTls, field));
  }
}
