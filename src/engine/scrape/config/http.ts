import type { Fields } from '../../objects/index.ts';
import type { JsonMap } from '../../yaml/index.ts';
import type { Context } from './context.ts';
import { classHas } from './scrapeClass.ts';
import type { Store } from './secrets.ts';
import { safeTls } from './tls.ts';
import { asText, put, scalar, sortedMap, text, texts } from './values.ts';

// The parts of an HTTP client that Prometheus configures alike everywhere (prometheus-operator promcfg.go add*ToYaml).

export function addBasicAuth(store: Store, holder: Fields, out: JsonMap): void {
  if (!holder.has('basicAuth')) return;
  const auth = holder.map('basicAuth');
  out['basic_auth'] = { username: store.secret(auth.map('username')) ?? '', password: store.secret(auth.map('password')) ?? '' };
}

function authorizationOf(store: Store, auth: Fields): JsonMap {
  const out: JsonMap = { type: (text(auth, 'type') ?? 'Bearer').trim() };
  if (auth.has('credentials')) put(out, 'credentials', store.secret(auth.map('credentials')));
  return out;
}

/** `required`: the kind always sends one, given or not. */
export function addSafeAuthorization(c: Context, store: Store, holder: Fields, out: JsonMap, required = false): void {
  if ((required || holder.has('authorization')) && c.since('2.26.0'))
    out['authorization'] = authorizationOf(store, holder.map('authorization'));
}

/** An Authorization that may name a file. */
export function addAuthorization(c: Context, store: Store, holder: Fields, out: JsonMap): void {
  addSafeAuthorization(c, store, holder, out);
  const written = out['authorization'] as JsonMap | undefined;
  if (written) put(written, 'credentials_file', text(holder.map('authorization'), 'credentialsFile'));
}

/** The monitor's authorization, with the credentials of its scrape class where it has none (mergeAuthorizationWithScrapeClass). */
export function addMergedAuthorization(c: Context, store: Store, holder: Fields, scrapeClass: Fields | null, out: JsonMap): void {
  const own = holder.map('authorization');
  const other = classHas(c, scrapeClass, 'authorization') ? scrapeClass : null;
  if (!own.has('credentials') && !text(own, 'type')) {
    if (other) addAuthorization(c, store, other, out);
    return;
  }
  addSafeAuthorization(c, store, holder, out);
  const written = out['authorization'] as JsonMap | undefined;
  if (!written || own.has('credentials') || !other) return;
  const credentials = other.map('authorization');
  if (credentials.has('credentials')) put(written, 'credentials', store.secret(credentials.map('credentials')));
  else put(written, 'credentials_file', text(credentials, 'credentialsFile'));
}

/** `proxyUrl` and what goes with it. */
export function addProxy(c: Context, store: Store, holder: Fields, out: JsonMap): void {
  put(out, 'proxy_url', scalar(holder, 'proxyUrl'));
  if (!c.since('2.43.0')) return;
  put(out, 'no_proxy', scalar(holder, 'noProxy'));
  put(out, 'proxy_from_environment', scalar(holder, 'proxyFromEnvironment'));
  const headers = holder.map('proxyConnectHeader');
  const values = sortedMap(holder, 'proxyConnectHeader', () => '');
  if (!values) return;
  for (const name of Object.keys(values)) values[name] = headers.list(name).map((selector) => store.secret(selector) ?? '');
  out['proxy_connect_header'] = values;
}

/** Left out where its client id or secret cannot be read, as the operator does. */
export function addOAuth2(c: Context, store: Store, holder: Fields, out: JsonMap): void {
  if (!holder.has('oauth2') || !c.since('2.27.0')) return;
  const oauth2 = holder.map('oauth2');
  const id = store.either(oauth2.map('clientId'));
  const secret = store.secret(oauth2.map('clientSecret'));
  if (id === null || secret === null) return;
  const written: JsonMap = { client_id: id, client_secret: secret, token_url: oauth2.text('tokenUrl') ?? '' };
  const scopes = texts(oauth2, 'scopes');
  if (scopes.length > 0) written['scopes'] = scopes;
  const params = sortedMap(oauth2, 'endpointParams', asText);
  if (params && Object.keys(params).length > 0) written['endpoint_params'] = params;
  if (c.since('2.43.0')) {
    addProxy(c, store, oauth2, written);
    if (oauth2.has('tlsConfig')) written['tls_config'] = safeTls(c, store, oauth2.map('tlsConfig'));
  }
  out['oauth2'] = written;
}

/** A deprecated `bearerTokenSecret`; older operators left empty ones behind. */
export function addBearerToken(store: Store, holder: Fields, out: JsonMap): void {
  const selector = holder.map('bearerTokenSecret');
  if (text(selector, 'name')) put(out, 'bearer_token', store.secret(selector));
}

export function addSafeTls(c: Context, store: Store, holder: Fields, out: JsonMap): void {
  if (holder.has('tlsConfig')) out['tls_config'] = safeTls(c, store, holder.map('tlsConfig'));
}

/** Of monitors and Probes; everything else spells the second one `enableHTTP2`. */
export function addClientSwitches(c: Context, holder: Fields, out: JsonMap): void {
  if (c.since('2.26.0')) put(out, 'follow_redirects', scalar(holder, 'followRedirects'));
  if (c.since('2.35.0')) put(out, 'enable_http2', scalar(holder, 'enableHttp2'));
}
