import type { Cluster } from '../cluster/index.ts';
import type { Guard, ResourceReview, StaticGrant } from '../listen/index.ts';
import type { PrometheusObject } from '../objects/index.ts';
import { type Account, groupsOf, userName } from './rbac.ts';
import { type Ask, accountOf, judge } from './rights.ts';
import type { RightsVerdict } from './types.ts';

/** A GET as the endpoint sends it. */
export interface ScrapeRequest {
  path: string;
  /** Query parameters by name; null where they are not known. */
  params: Readonly<Record<string, readonly string[]>> | null;
}

/**
 * Whether Prometheus' service account may pass a guard: what its configuration lets in, else what the API server would
 * answer to its reviews (kube-rbac-proxy pkg/proxy GetRequestAttributes).
 */
export function passRights(cluster: Cluster, prometheus: PrometheusObject, guard: Guard, request: ScrapeRequest): RightsVerdict {
  const account = accountOf(prometheus.namespace, prometheus.serviceAccountName);
  const asks = asksOf(guard, request);
  if (asks === null) return { state: 'unknown', facts: [] };
  const passed = asks.map((ask) => grantedBy(guard.grants, ask, account));
  const open = asks.filter((_, i) => passed[i] === false);
  const verdict = judge(cluster, account, open);
  const given = asks
    .filter((_, i) => passed[i] === true)
    .map((ask) => ({ ...ask, granted: true, role: null, binding: null, at: guard.at }));
  const all = { facts: [...given, ...verdict.facts] };
  return passed.includes(null) ? { state: 'unknown', ...all } : { ...verdict, ...all };
}

/** One review, or one for each value of the parameter that the attributes are made from; null where that cannot be told. */
function asksOf({ review }: Guard, { path, params }: ScrapeRequest): Ask[] | null {
  if (review === 'unknown') return null;
  if (review === 'path') return [{ verb: 'get', group: '', resource: '', name: null, namespace: null, url: path }];
  if (review.parameter === null) return [resourceAsk(review, (text) => text)];
  const values = params !== null && Object.hasOwn(params, review.parameter) ? (params[review.parameter] ?? []) : [];
  const asks = values.map((value) => resourceAsk(review, (text) => text.replace(/\{\{-?\s*\.Value\s*-?\}\}/g, () => value)));
  // Other template functions are not read, and a request without the parameter is for nobody to judge.
  return asks.length === 0 || JSON.stringify(asks).includes('{{') ? null : asks;
}

function resourceAsk(review: ResourceReview, fill: (text: string) => string): Ask {
  const resource = fill(review.resource);
  const subresource = fill(review.subresource);
  return {
    verb: 'get',
    group: fill(review.group),
    resource: subresource === '' ? resource : `${resource}/${subresource}`,
    name: fill(review.name) || null,
    namespace: fill(review.namespace) || null,
    url: null,
  };
}

/** Entries of `static`; null where releases differ on groups. */
function grantedBy(grants: readonly StaticGrant[], ask: Ask, account: Account): boolean | null {
  const is = (wanted: string, got: string): boolean => wanted === '' || wanted === got;
  const [resource = '', subresource = ''] = ask.resource.split('/');
  const fitting = grants.filter(
    (g) =>
      g.resourceRequest === (ask.url === null) &&
      is(g.user, userName(account)) &&
      is(g.verb, ask.verb) &&
      is(g.path, ask.url ?? '') &&
      is(g.namespace, ask.namespace ?? '') &&
      is(g.group, ask.group) &&
      is(g.resource, resource) &&
      is(g.subresource, subresource) &&
      is(g.name, ask.name ?? ''),
  );
  const groups = groupsOf(account);
  if (fitting.some((g) => g.groups.length === 0 || g.groups.some((group) => groups.includes(group)))) return true;
  return fitting.length > 0 ? null : false;
}
