import type { Chain, Said } from '../chain/index.ts';
import { asksToken, describe, type Listener, refusesPath, upstreamOf } from '../listen/index.ts';
import type { Request } from './asking.ts';
import { handshake } from './handshake.ts';
import { reply } from './reply.ts';
import { after, type Result, under } from './result.ts';
import { said } from './said.ts';
import type { OutcomeClass } from './types.ts';
import type { World } from './worlds.ts';

/** Who is asked, in which state of affairs, and what else the chain knows. */
export interface Scene {
  world: World;
  chain: Chain;
  workload: string;
  /** Containers that nothing is known of may be the one that is looked for. */
  strangers: boolean;
  /** Limits of the scrape, by field; '' where there are none. */
  limits: string;
  /** The account whose token Prometheus sends, as `namespace/name`. */
  account: string;
}

/** Hops behind proxies are followed this far. */
const MOST_HOPS = 8;

/** A request that has arrived at a listener: TLS, who may ask, and what stands behind. */
export function exchange(listener: Listener, request: Request, scene: Scene, asked: 'ip' | 'name', left?: number): Result[] {
  const { serves } = listener;
  const answers = said('listener.answers', { listener: describe(listener), scheme: serves ?? '?' }, listener.at);
  if (serves === null) return [{ class: 'unknown', why: [said('listener.scheme-unknown', { listener: describe(listener) }, listener.at)] }];
  if (request.scheme === 'http' && serves === 'https') return [plainToTls(listener, answers)];
  if (request.scheme === 'https' && serves === 'http')
    return [{ class: 'not-tls', why: [answers, said('tls.none', { listener: describe(listener) })] }];
  const then = (): Result[] => limited(inside(listener, request, scene, 0, left), request, scene);
  if (request.scheme === 'http') return after([answers], then());
  return after([answers], handshake(listener, request, asked, then));
}

/** Go's net/http and nginx answer 400 to plain http on a TLS port; stunnel and envoy know no http and close (outcomes.md 3). */
function plainToTls(listener: Listener, answers: Said): Result {
  const closes = CLOSES.has(listener.program);
  return {
    class: closes ? 'reset' : 'http-400',
    why: [answers, said(closes ? 'tls.closes' : 'tls.plain', { listener: describe(listener) })],
  };
}
const CLOSES: ReadonlySet<string> = new Set(['stunnel', 'ghostunnel', 'envoy', 'istio']);

/** Limits of the job cut off a scrape that is too large; how large it is no manifest tells. */
function limited(results: Result[], request: Request, { limits }: Scene): Result[] {
  if (request.client !== 'prometheus' || limits === '') return results;
  return results.flatMap((r) =>
    r.class !== 'http-200'
      ? [r]
      : [
          { ...r, when: r.when ?? said('when.within-limits', { limits }) },
          { ...r, class: 'limit' as const, when: said('when.over-limits', { limits }) },
        ],
  );
}

/** The request is read: may this caller have this path, and who answers? */
function inside(listener: Listener, request: Request, scene: Scene, depth: number, left?: number): Result[] {
  const follow = (location: string, rest: number): Result[] => redirected(location, listener, request, scene, rest);
  const pass = (): Result[] => (listener.proxy ? passedOn(listener, request, scene, depth) : reply(listener, request, follow, left));
  return guarded(listener, request, scene, pass);
}

/** A redirect within the pod is followed; of any other place nothing is known. */
function redirected(location: string, from: Listener, request: Request, scene: Scene, left: number): Result[] {
  const url = /^(https?):\/\/[^/:]+(?::(\d+))?(\/.*)?$/.exec(location);
  if (!url) return inside(from, { ...request, path: location }, scene, 0, left);
  const scheme = url[1] === 'https' ? 'https' : 'http';
  const port = Number(url[2] ?? (scheme === 'https' ? 443 : 80));
  const next = scene.world.listeners.find((l) => l.port === port && l.bind !== 'loopback');
  if (!next) return [{ class: 'unknown', why: [said('answer.elsewhere', { location })] }];
  return exchange(next, { ...request, scheme, path: url[3] ?? '/' }, scene, 'ip', left);
}

/** What a server asks of the caller first (kube-rbac-proxy pkg/filters, pkg/authz). */
function guarded(listener: Listener, request: Request, { chain, workload, account }: Scene, pass: () => Result[]): Result[] {
  const { container, guard } = listener;
  const { path } = request;
  const stop = (as: OutcomeClass, why: Said): Result[] => [{ class: as, why: [why] }];
  if (refusesPath(listener, path))
    return stop('http-404', said('path.refused', { container, path, allowed: (guard?.allowPaths ?? []).join(', ') }, guard?.at));
  if (listener.passwords) {
    if (request.credentials === 'none') return stop('http-401', said('auth.password', { container }, listener.at));
    return either(container, 401, pass);
  }
  if (guard === null) return listener.authorizes ? stop('unknown', said('auth.unknown', { container }, listener.at)) : pass();
  if (!asksToken(listener, path)) return after([said('auth.ignored', { container, path }, guard.at)], pass());
  if (request.credentials === 'none')
    return stop(`http-${guard.anonymous}`, said('auth.none', { container, status: guard.anonymous }, listener.at));
  const proxy = chain.rights.proxy.find((p) => p.workload === workload)?.verdict;
  const lacking = proxy?.state === 'missing' ? proxy.facts.find((f) => !f.granted) : undefined;
  if (lacking?.resource === 'tokenreviews') return stop('http-401', said('auth.no-tokenreviews', { container }, listener.at));
  if (lacking) return stop('http-500', said('auth.no-reviews', { container }, listener.at));
  if (request.credentials === 'other') return either(container, guard.anonymous, pass);
  const scrape = chain.rights.scrape[0]?.verdict;
  if (scrape?.state === 'missing') return stop('http-403', said('auth.forbidden', { account, path }, listener.at));
  if (scrape?.state === 'granted') return after([said('auth.granted', { account, path }, ...scrape.facts.map((f) => f.at))], pass());
  return stop('unknown', said('auth.rights-unknown', { account }, listener.at));
}

/** Credentials that are not followed here are right or wrong. */
const either = (container: string, status: number, pass: () => Result[]): Result[] => [
  ...under(said('when.credentials-right', { container }), pass()),
  { class: `http-${status}`, why: [], when: said('when.credentials-wrong', { container, status }) },
];

function passedOn(proxy: Listener, request: Request, scene: Scene, depth: number): Result[] {
  const { upstream, container } = proxy;
  if (!upstream || depth >= MOST_HOPS) return [{ class: 'unknown', why: [said('upstream.unknown', { container }, proxy.at)] }];
  const url = `${upstream.scheme}://${upstream.host}:${upstream.port}/`;
  const next = upstreamOf(proxy, scene.world.listeners);
  if (!next)
    return scene.strangers
      ? [{ class: 'unknown', why: [said('upstream.stranger', { container, url }, upstream.at)] }]
      : [{ class: 'http-502', why: [said('upstream.dead', { container, url }, upstream.at)] }];
  const to = said('upstream.to', { container, url, listener: describe(next) }, upstream.at, next.at);
  if (next.serves === null)
    return [{ class: 'unknown', why: [to, said('listener.scheme-unknown', { listener: describe(next) }, next.at)] }];
  if (next.serves !== upstream.scheme)
    return [
      {
        class: 'http-502',
        why: [to, said('upstream.scheme', { container, scheme: upstream.scheme, serves: next.serves }, upstream.at, next.at)],
      },
    ];
  return after([to], inside(next, { ...request, credentials: 'none' }, scene, depth + 1));
}
