import { openedByLast } from '../../open.ts';
import { only } from '../../proxied.ts';
import { named } from '../../recognise.ts';
import type { Flag, Invocation, Program } from '../../types.ts';
import { upstreamFrom } from '../../upstreamUrl.ts';

/** oauth2-proxy pkg/apis/options: flags, else OAUTH2_PROXY_* variables; https only with a certificate; a file may say more. */
export const oauth2Proxy: Program = {
  id: 'oauth2-proxy',
  matches: (run) => named(run, 'oauth2-proxy', 'oauth2_proxy'),
  listeners(run) {
    const told = !setting(run, 'config') && !setting(run, 'alpha-config') && !run.envOpen;
    const upstreams = run.flags('upstream');
    const flags = upstreams.length > 0 ? upstreams : [setting(run, 'upstreams') ?? setting(run, 'upstream')].filter((f) => f !== null);
    const upstream = upstreamFrom(only(flags, (f) => f.value));
    const extra = { proxy: true, upstream, addressCertain: told };
    const tls = setting(run, 'tls-cert-file');
    return [
      ...openedByLast(run, setting(run, 'http-address'), '127.0.0.1:4180', { ...extra, serves: 'http', schemeCertain: told }),
      ...(tls ? openedByLast(run, setting(run, 'https-address'), ':443', { ...extra, serves: 'https' }) : []),
      ...openedByLast(run, setting(run, 'metrics-address'), null, { serves: 'http', schemeCertain: told, addressCertain: told }),
    ];
  },
};

function setting(run: Invocation, name: string): Flag | null {
  const env = run.env(`OAUTH2_PROXY_${name.toUpperCase().replaceAll('-', '_')}`);
  return run.flag(name) ?? (env?.known ? env : null);
}
