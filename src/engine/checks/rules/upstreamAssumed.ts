import { type Check, hit, perTarget } from '../check.ts';

/** A proxy's upstream port is not known from flags; the only plausible container was taken. */
export const upstreamAssumed: Check = {
  kind: 'warning',
  code: 'upstream-assumed',
  severity: 'info',
  link: 'upstream',
  run: (joined) =>
    perTarget(joined, ({ assumedUpstream, process, behind }) => {
      if (assumedUpstream)
        return hit({ container: assumedUpstream.container, port: assumedUpstream.upstream.port }, assumedUpstream.upstream.at);
      const guess = [process, ...behind].find((l) => l?.upstream && !l.upstream.known);
      return guess?.upstream ? hit({ container: guess.container, port: guess.upstream.port }, guess.at) : null;
    }),
};
