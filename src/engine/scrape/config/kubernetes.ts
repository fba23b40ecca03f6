import type { Fields } from '../../objects/index.ts';
import type { JsonMap } from '../../yaml/index.ts';
import { type Context, isAtLeast } from './context.ts';
import { addAuthorization, addBasicAuth, addProxy } from './http.ts';
import { classHas } from './scrapeClass.ts';
import type { Store } from './secrets.ts';
import { byRoleSelector, selectorText } from './selector.ts';
import { needsNodes } from './shards.ts';
import { fullTls } from './tls.ts';
import { text, texts } from './values.ts';

interface Discovery {
  role: string;
  namespace: string;
  /** The object's `namespaceSelector`. */
  namespaces: Fields;
  /** `attachMetadata.node` as it ends up; null: not mentioned. */
  attachNode: boolean | null;
  /** What the API server selects by. */
  selectors: JsonMap[];
}

/** One entry of `kubernetes_sd_configs` for a monitor (promcfg.go generateK8SSDConfig). */
export function kubernetesDiscovery(c: Context, store: Store, d: Discovery): JsonMap {
  const out: JsonMap = { role: d.role };
  const names = namespaceNames(c, d);
  if (names.length > 0) out['namespaces'] = { names };
  if (c.prometheus.has('apiserverConfig')) addApiServer(c, store, c.prometheus.map('apiserverConfig'), out);
  if (d.attachNode !== null) out['attach_metadata'] = { node: d.attachNode };
  const ownNode: JsonMap[] = c.daemonSet ? [{ role: 'pod', field: 'spec.nodeName=$(NODE_NAME)' }] : [];
  const selectors = [...ownNode, ...d.selectors];
  if (selectors.length > 0) out['selectors'] = selectors;
  return out;
}

/** Empty: all namespaces. */
function namespaceNames(c: Context, { namespaces, namespace }: Discovery): string[] {
  if (c.prometheus.bool('ignoreNamespaceSelectors')) return [namespace];
  if (namespaces.bool('any')) return [];
  const names = texts(namespaces, 'matchNames');
  return names.length > 0 ? names : [namespace];
}

function addApiServer(c: Context, store: Store, api: Fields, out: JsonMap): void {
  out['api_server'] = api.text('host') ?? '';
  addBasicAuth(store, api, out);
  for (const [field, name] of [
    ['bearerToken', 'bearer_token'],
    ['bearerTokenFile', 'bearer_token_file'],
  ] as const) {
    const given = text(api, field);
    if (given) out[name] = given;
  }
  addAuthorization(c, store, api, out);
  if (api.has('tlsConfig')) out['tls_config'] = fullTls(c, store, api.map('tlsConfig'));
  addProxy(c, store, api, out);
}

/** Whether nodes are attached: as the object says, else its scrape class; zones may need it in any case. */
export function attachNode(c: Context, spec: Fields, scrapeClass: Fields | null, since: string): boolean | null {
  if (!c.since(since)) return null;
  if (needsNodes(c)) return true;
  if (spec.has('attachMetadata')) return spec.map('attachMetadata').bool('node') ?? false;
  return classHas(c, scrapeClass, 'attachMetadata') ? (scrapeClass.map('attachMetadata').bool('node') ?? false) : null;
}

/** The selector for each role it holds for, where `selectorMechanism` leaves it to the API server. */
export const roleSelectors = (c: Context, spec: Fields, roles: readonly string[]): JsonMap[] =>
  byRoleSelector(c, spec) ? roles.map((role) => ({ role, label: selectorText(spec.map('selector')) })) : [];

/** `endpointslice` where the ServiceMonitor, or else the Prometheus, asks for it and everyone involved knows it (domain.md b3). */
export function endpointRole(c: Context, spec: Fields): 'endpoints' | 'endpointslice' {
  const { endpointSlices, release } = c.world;
  const own = release >= 86 ? spec.text('serviceDiscoveryRole') : null;
  const wanted = own ?? (release >= 76 ? c.prometheus.text('serviceDiscoveryRole') : null);
  return wanted === 'EndpointSlice' && endpointSlices && isAtLeast(c, '2.21.0') ? 'endpointslice' : 'endpoints';
}
