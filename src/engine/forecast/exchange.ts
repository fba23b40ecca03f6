import type { Chain, Said } from '../chain/index.ts';
import { asksToken, describe, type Listener, refusesPath, upstreamOf } from '../listen/index.ts';
import type { Request } from './asking.ts';
import { handshake } from './handshake.ts';
import { said } from './said.ts';
import type { OutcomeClass } from './types.ts';
import type { World } from './worlds.ts';

/** What comes of a request, before a client puts it into its own words. */
export interface Result {
  class: OutcomeClass;
  why: Said[];
}

/** Who is asked, in which state of affairs, and what else the chain knows. */
export interface Scene {
  world: World;
  chain: Chain;
  workload: string;
  /** Containers that nothing is known of may be the one that is looked for. */
  strangers: boolean;
  /** The account whose token Prometheus sends, as `namespace/name`. */
  account: string;
}

/** Hops behind proxies are followed this far. */
const MOST_HOPS = 8;

/** A request that has arrived at a listener: TLS, who may ask, and what stands behind. */
export function exchange(listener: Listener, request: Request, scene: Scene, asked: 'ip' | 'name'): Result {
  const answers = said('listener.answers', { listener: describe(listener), scheme: listener.serves ?? '?' }, listener.at);
  if (listener.serves === null)
    return { class: 'unknown', why: [said('listener.scheme-unknown', { listener: describe(listener) }, listener.at)] };
  if (request.scheme === 'http' && listener.serves === 'https') return plainToTls(listener, answers);
  if (request.scheme === 'https' && listener.serves === 'http')
    return { class: 'not-tls', why: [answers, said('tls.none', { listener: describe(listener) })] };
  if (request.scheme === 'http') return after([answers], inside(listener, request, scene, 0));
  const shaken = handshake(listener, request, asked);
  return shaken.class === null
    ? after([answers, ...shaken.why], inside(listener, request, scene, 0))
    : { class: shaken.class, why: [answers, ...shaken.why] };
}

const after = (why: Said[], then: Result): Result => ({ class: then.class, why: [...why, ...then.why] });

/** Go's net/http and nginx answer 400 to plain http on a TLS port; stunnel and envoy know no http and close (outcomes.md 3). */
function plainToTls(listener: Listener, answers: Said): Result {
  const closes = CLOSES.has(listener.program);
  return {
    class: closes ? 'reset' : 'http-400',
    why: [answers, said(closes ? 'tls.closes' : 'tls.plain', { listener: describe(listener) })],
  };
}
const CLOSES: ReadonlySet<string> = new Set(['stunnel', 'ghostunnel', 'envoy', 'istio']);

/** The request is read: may this caller have this path, and who answers? */
function inside(listener: Listener, request: Request, scene: Scene, depth: number): Result {
  const refused = guarded(listener, request, scene);
  if (refused.class !== null) return { class: refused.class, why: refused.why };
  if (!listener.proxy) return after(refused.why, answered(listener, request));
  return after(refused.why, passedOn(listener, request, scene, depth));
}

/** What a server asks of the caller first (kube-rbac-proxy pkg/filters, pkg/authz). */
function guarded(listener: Listener, request: Request, { chain, workload, account }: Scene): { class: OutcomeClass | null; why: Said[] } {
  const { container, guard } = listener;
  const { path } = request;
  if (refusesPath(listener, path))
    return {
      class: 'http-404',
      why: [said('path.refused', { container, path, allowed: (guard?.allowPaths ?? []).join(', ') }, guard?.at)],
    };
  if (listener.passwords && request.credentials === 'none')
    return { class: 'http-401', why: [said('auth.password', { container }, listener.at)] };
  if (guard === null)
    return listener.authorizes ? { class: 'unknown', why: [said('auth.unknown', { container }, listener.at)] } : { class: null, why: [] };
  if (!asksToken(listener, path)) return { class: null, why: [said('auth.ignored', { container, path }, guard.at)] };
  if (request.credentials === 'none')
    return { class: `http-${guard.anonymous}`, why: [said('auth.none', { container, status: guard.anonymous }, listener.at)] };
  if (request.credentials === 'other') return { class: 'unknown', why: [said('auth.other', { container }, listener.at)] };
  const proxy = chain.rights.proxy.find((p) => p.workload === workload)?.verdict;
  const lacking = proxy?.state === 'missing' ? proxy.facts.find((f) => !f.granted) : undefined;
  if (lacking?.resource === 'tokenreviews') return { class: 'http-401', why: [said('auth.no-tokenreviews', { container }, listener.at)] };
  if (lacking) return { class: 'http-500', why: [said('auth.no-reviews', { container }, listener.at)] };
  const scrape = chain.rights.scrape[0]?.verdict;
  if (scrape?.state === 'missing') return { class: 'http-403', why: [said('auth.forbidden', { account, path }, listener.at)] };
  if (scrape?.state === 'granted') return { class: null, why: [said('auth.granted', { account, path }, ...scrape.facts.map((f) => f.at))] };
  return { class: 'unknown', why: [said('auth.rights-unknown', { account }, listener.at)] };
}

function passedOn(proxy: Listener, request: Request, scene: Scene, depth: number): Result {
  const { upstream, container } = proxy;
  if (!upstream || depth >= MOST_HOPS) return { class: 'unknown', why: [said('upstream.unknown', { container }, proxy.at)] };
  const url = `${upstream.scheme}://${upstream.host}:${upstream.port}/`;
  const next = upstreamOf(proxy, scene.world.listeners);
  if (!next)
    return scene.strangers
      ? { class: 'unknown', why: [said('upstream.stranger', { container, url }, upstream.at)] }
      : { class: 'http-502', why: [said('upstream.dead', { container, url }, upstream.at)] };
  const to = said('upstream.to', { container, url, listener: describe(next) }, upstream.at, next.at);
  if (next.serves === null) return { class: 'unknown', why: [to, said('listener.scheme-unknown', { listener: describe(next) }, next.at)] };
  if (next.serves !== upstream.scheme)
    return {
      class: 'http-502',
      why: [to, said('upstream.scheme', { container, scheme: upstream.scheme, serves: next.serves }, upstream.at, next.at)],
    };
  return after([to], inside(next, { ...request, credentials: 'none' }, scene, depth + 1));
}

/** The process at the end: its metrics path is answered, of any other path nothing is known. */
function answered(listener: Listener, { path }: Request): Result {
  const { container } = listener;
  if (path === listener.path) return { class: 'http-200', why: [said('answer.metrics', { container, path }, listener.at)] };
  return { class: 'unknown', why: [said('answer.path-unknown', { container, path, metrics: listener.path }, listener.at)] };
}
