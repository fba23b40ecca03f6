import { type Json, readValue } from '../yaml/index.ts';
import { isMap, step, textOf } from './json.ts';
import { matchesPath } from './pathMatch.ts';
import type { Guard, Invocation, Listener, ResourceReview, StaticGrant } from './types.ts';

/** A server that asks the API server about the path of each request and knows no exceptions (controller-runtime's filter, kube-state-metrics). */
export const ASKS_BY_PATH: Guard = { allowPaths: [], ignorePaths: [], review: 'path', grants: [], anonymous: 401, at: null };

/** Who may pass is decided by something that is not read. */
export const ASKS_SOMEHOW: Guard = { ...ASKS_BY_PATH, review: 'unknown' };

/** k8s.io/apiserver DelegatingAuthorizationOptions: callers without a token are `system:anonymous`, who may do nothing. */
export function delegated(run: Invocation): Guard {
  const flag = run.flag('authorization-always-allow-paths');
  return { ...ASKS_BY_PATH, ignorePaths: (flag?.value ?? '/healthz,/readyz,/livez').split(','), anonymous: 403 };
}

/** The kubelet asks about a subresource of its node by path (kubernetes pkg/kubelet/server/auth.go). */
export function kubeletGuard(path: string): Guard {
  const below = (root: string): boolean => path === root || path.startsWith(`${root}/`);
  const subresource = below('/metrics') ? 'metrics' : below('/stats') ? 'stats' : below('/logs') ? 'log' : 'proxy';
  const review = { namespace: '', group: '', resource: 'nodes', subresource, name: '', parameter: null };
  return { ...ASKS_BY_PATH, review };
}

/** kube-rbac-proxy cmd/kube-rbac-proxy/app, pkg/proxy: path lists by flag, everything else by `--config-file`. */
export function guardOf(run: Invocation): Guard {
  const list = (name: string) => run.flags(name).flatMap((flag) => flag.value.split(',').map((p) => p.trim()));
  const paths = (name: string) => list(name).filter((path) => path !== '');
  const base = { ...ASKS_BY_PATH, allowPaths: paths('allow-paths'), ignorePaths: paths('ignore-paths') };
  const file = run.flag('config-file', 'resource-attributes-file');
  // With an identity provider of its own it takes no tokens of service accounts.
  const oidc = run.flag('oidc-issuer');
  if (oidc && oidc.value !== '') return { ...base, review: 'unknown', at: oidc.at };
  if (!file || file.value === '') return base;
  const text = run.file(file.value);
  return { ...base, ...configured(text), at: file.at };
}

type Configured = Pick<Guard, 'review' | 'grants'>;
const UNREAD: Configured = { review: 'unknown', grants: [] };

function configured(text: string | null): Configured {
  const authorization = step(text === null ? undefined : readValue(text).value, 'authorization');
  if (!isMap(authorization)) return UNREAD;
  const listed = step(authorization, 'static');
  const grants = (Array.isArray(listed) ? listed : []).map(grantOf);
  // The proxy does not start with an entry that is both or neither: nothing can be said.
  if (grants.some((grant) => grant === null)) return UNREAD;
  return { review: reviewOf(authorization), grants: grants.filter((grant) => grant !== null) };
}

function reviewOf(authorization: Json): Guard['review'] {
  const attributes = step(authorization, 'resourceAttributes');
  if (!isMap(attributes)) return 'path';
  const review: ResourceReview = { ...resourceOf(attributes), parameter: null };
  const rewrites = step(authorization, 'rewrites');
  if (!isMap(rewrites)) return review;
  const parameter = textOf(step(rewrites, 'byQueryParameter'), 'name');
  const header = textOf(step(rewrites, 'byHttpHeader'), 'name');
  // What a header says is not in a monitor.
  return header !== '' || parameter === '' ? 'unknown' : { ...review, parameter };
}

function grantOf(entry: Json): StaticGrant | null {
  const user = step(entry, 'user');
  const groups = step(user, 'groups');
  const resourceRequest = step(entry, 'resourceRequest') === true;
  const path = textOf(entry, 'path');
  if (resourceRequest !== (path === '')) return null;
  return {
    ...resourceOf(entry),
    user: textOf(user, 'name'),
    groups: Array.isArray(groups) ? groups.filter((g) => typeof g === 'string') : [],
    verb: textOf(entry, 'verb'),
    resourceRequest,
    path,
  };
}

const resourceOf = (value: Json): Omit<ResourceReview, 'parameter'> => ({
  namespace: textOf(value, 'namespace'),
  group: textOf(value, 'apiGroup'),
  resource: textOf(value, 'resource'),
  subresource: textOf(value, 'subresource'),
  name: textOf(value, 'name'),
});

/** Whether a GET of this path is asked who it comes from. */
export const asksToken = ({ guard }: Listener, path: string): boolean =>
  guard !== null && !guard.ignorePaths.some((pattern) => matchesPath(pattern, path));

/** A path outside `--allow-paths` is answered with 404, whoever asks. */
export const refusesPath = ({ guard }: Listener, path: string): boolean =>
  guard !== null && guard.allowPaths.length > 0 && !guard.allowPaths.some((pattern) => matchesPath(pattern, path));
