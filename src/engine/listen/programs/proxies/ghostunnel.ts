import { openedByLast } from '../../open.ts';
import { hopTo } from '../../proxied.ts';
import { named } from '../../recognise.ts';
import type { Program } from '../../types.ts';

/** ghostunnel main.go: `server` ends TLS before its target, `client` begins it. */
export const ghostunnel: Program = {
  id: 'ghostunnel',
  matches: (run) => named(run, 'ghostunnel'),
  listeners(run) {
    const server = run.words.includes('server');
    const target = run.flag('target');
    const upstream = target ? hopTo(run, target.value, server ? 'http' : 'https') : null;
    const extra = {
      serves: server ? 'https' : 'http',
      proxy: true,
      upstream: upstream && { ...upstream, at: target?.at ?? null },
    } as const;
    return openedByLast(run, run.flag('listen'), null, extra);
  },
};
