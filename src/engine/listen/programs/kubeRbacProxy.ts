import { parseAddress } from '../address.ts';
import { opened } from '../open.ts';
import { named } from '../recognise.ts';
import type { Program } from '../types.ts';
import { upstreamFrom } from '../upstreamUrl.ts';

/**
 * kube-rbac-proxy v0.21 cmd/kube-rbac-proxy/app: the secure address speaks https, the insecure one http, both ask for a
 * token, but for paths it is told to ignore; the health port is https on the secure address' host, serves `/healthz` alone and asks for none.
 */
export const kubeRbacProxy: Program = {
  id: 'kube-rbac-proxy',
  matches: (run) => named(run, 'kube-rbac-proxy') || (run.flag('secure-listen-address') !== null && run.flag('upstream') !== null),
  listeners(run) {
    const upstream = upstreamFrom(run.flag('upstream'));
    const open = run.flags('ignore-paths').some((flag) => flag.value.split(',').some(letsMetricsPass));
    const proxy = (name: string, serves: 'http' | 'https') => {
      const flag = run.flag(name);
      const address = flag && parseAddress(flag.value);
      return address ? [opened(run, address, flag.at, { serves, upstream, authorizes: !open })] : [];
    };
    const secure = proxy('secure-listen-address', 'https');
    const health = run.flag('proxy-endpoints-port');
    const port = Number(health?.value ?? 0);
    const [first] = secure;
    const endpoints =
      health && first && port > 0 ? [opened(run, { ...first, port }, health.at, { serves: 'https', path: '/healthz' })] : [];
    return [...secure, ...proxy('insecure-listen-address', 'http'), ...endpoints];
  },
};

/** Go path.Match, as the proxy compares `--ignore-paths`: `*` does not cross a slash. */
function letsMetricsPass(pattern: string): boolean {
  const regex = pattern
    .trim()
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^/]*')
    .replaceAll('?', '[^/]');
  return new RegExp(`^${regex}$`).test('/metrics');
}
