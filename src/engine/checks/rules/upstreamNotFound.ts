import { type Check, hit, perReached } from '../check.ts';

/** A proxy forwards to a port on which nothing in the pod listens: it answers 502. */
export const upstreamNotFound: Check = {
  kind: 'reason',
  code: 'upstream-not-found',
  link: 'upstream',
  run: (joined) =>
    perReached(joined, ({ deadUpstream, process, behind }) => {
      if (!deadUpstream || !process) return null;
      const proxy = behind.at(-1) ?? process;
      return hit(
        { proxy: proxy.container, upstream: `${deadUpstream.scheme}://${deadUpstream.host}:${deadUpstream.port}` },
        deadUpstream.at ?? proxy.at,
      );
    }),
};
