import { parseAddress } from '../address.ts';
import { opened, openedByLast } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';
import { upstreamFrom } from '../upstreamUrl.ts';

/** openshift/oauth-proxy main.go: https on :8443 unless `--https-address` is empty, http on loopback 4180, or as `--config` says. */
export const oauthProxy: Program = {
  id: 'oauth-proxy',
  matches: (run) => named(run, 'oauth-proxy'),
  listeners(run) {
    const upstream = upstreamFrom(run.flag('upstream'));
    const https = run.flag('https-address');
    const addressCertain = run.flag('config') === null;
    const secure = parseAddress(https?.value ?? ':8443');
    return [
      ...(secure
        ? [opened(run, secure, https?.at ?? null, { serves: 'https', upstream, authorizes: true, proxy: true, addressCertain })]
        : []),
      ...openedByLast(run, run.flag('http-address'), '127.0.0.1:4180', {
        serves: 'http',
        upstream,
        authorizes: true,
        proxy: true,
        addressCertain,
      }),
    ];
  },
};
