import { describe } from '../../listen/index.ts';
import { type Check, type Hit, hit, perReached } from '../check.ts';

/** The listener, or one behind a proxy, is known to speak the other scheme than it is asked in. */
export const schemeMismatch: Check = {
  kind: 'reason',
  code: 'scheme-mismatch',
  link: 'listener',
  run: (joined) =>
    perReached(joined, ({ process, behind, raw }) => {
      const { endpoint } = joined.resolution;
      const asked = raw.relabelled.scheme;
      if (!endpoint || !process) return null;
      if (asked !== null && process.schemeCertain && process.serves && process.serves !== asked) {
        const scheme = { ...endpoint.at, path: [...endpoint.at.path, ...(endpoint.schemeGiven ? ['scheme'] : [])] };
        return hit({ scheme: asked, serves: process.serves, listener: describe(process) }, scheme, process.at);
      }
      return behindProxy([process, ...behind]);
    }),
};

/** A proxy answers 502 where its upstream speaks the other scheme. */
function behindProxy(hops: Parameters<typeof describe>[0][]): Omit<Hit, 'target'> | null {
  for (const [i, proxy] of hops.entries()) {
    const next = hops[i + 1];
    if (!proxy.upstream || !next?.schemeCertain || !next.serves || next.serves === proxy.upstream.scheme) continue;
    const params = {
      variant: 'upstream',
      scheme: proxy.upstream.scheme,
      serves: next.serves,
      listener: describe(next),
      proxy: proxy.container,
    };
    return hit(params, proxy.upstream.at, next.at);
  }
  return null;
}
