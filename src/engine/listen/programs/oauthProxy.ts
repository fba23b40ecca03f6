import { ASKS_SOMEHOW } from '../guard.ts';
import { openedByLast } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';
import { upstreamFrom } from '../upstreamUrl.ts';

/** openshift/oauth-proxy main.go: https on :8443 unless `--https-address` is empty, http on loopback 4180, or as `--config` says. */
export const oauthProxy: Program = {
  id: 'oauth-proxy',
  matches: (run) => named(run, 'oauth-proxy'),
  listeners(run) {
    const addressCertain = run.flag('config') === null;
    const proxied = { upstream: upstreamFrom(run.flag('upstream')), proxy: true, authorizes: true, guard: ASKS_SOMEHOW, addressCertain };
    return [
      ...openedByLast(run, run.flag('https-address'), ':8443', { serves: 'https', ...proxied }),
      ...openedByLast(run, run.flag('http-address'), '127.0.0.1:4180', { serves: 'http', ...proxied }),
    ];
  },
};
