import { addressOf, parseAddress } from '../address.ts';
import { ASKS_BY_PATH, guardOf } from '../guard.ts';
import { opened, portOf } from '../open.ts';
import { matchesPath } from '../pathMatch.ts';
import { named } from '../recognise.ts';
import type { Guard, Invocation, Opened, Program } from '../types.ts';
import { upstreamFrom } from '../upstreamUrl.ts';

/** The health port serves one path, to anybody. */
const HEALTH: Guard = { ...ASKS_BY_PATH, allowPaths: ['/healthz'], ignorePaths: ['/*', '/*/*', '/*/*/*'] };

/**
 * kube-rbac-proxy v0.21 cmd/kube-rbac-proxy/app: the secure address speaks https, the insecure one http, both ask for a
 * token, but for paths it is told to ignore; the health port is https on the secure address' host, serves `/healthz` alone and asks for none.
 */
export const kubeRbacProxy: Program = {
  id: 'kube-rbac-proxy',
  closed: true,
  matches: (run) => named(run, 'kube-rbac-proxy') || (run.flag('secure-listen-address') !== null && run.flag('upstream') !== null),
  listeners(run) {
    const upstream = upstreamFrom(run.flag('upstream'));
    const guard = guardOf(run);
    const authorizes = !guard.ignorePaths.some((pattern) => matchesPath(pattern, '/metrics'));
    const proxied = { upstream, proxy: true, authorizes, guard };
    const secure = secureAddresses(run).map((open) => open({ serves: 'https', selfMade: run.flag('tls-cert-file') === null, ...proxied }));
    const insecure = addresses(run, 'insecure-listen-address').map((open) => open({ serves: 'http', ...proxied }));
    const [first] = secure;
    const health = run.flag('proxy-endpoints-port');
    const port = Number(health?.value ?? 0);
    const address = first && health && port > 0 ? addressOf(first.host, port) : null;
    const endpoints = health && address ? [opened(run, address, health.at, { serves: 'https', path: '/healthz', guard: HEALTH })] : [];
    return [...secure, ...insecure, ...endpoints];
  },
};

type Open = (extra: Parameters<typeof opened>[3]) => Opened;

function addresses(run: Invocation, name: string): Open[] {
  const flag = run.flag(name);
  const address = flag && parseAddress(flag.value);
  return address ? [(extra) => opened(run, address, flag.at, extra)] : [];
}

/** One flag for both, or, in the generation built on k8s.io/apiserver, host and port apart. */
function secureAddresses(run: Invocation): Open[] {
  const port = run.flag('secure-port');
  if (run.flag('secure-listen-address') || !port) return addresses(run, 'secure-listen-address');
  const number = portOf(port, 0);
  const address = number === null ? null : addressOf(run.flag('bind-address')?.value ?? '', number);
  return address ? [(extra) => opened(run, address, port.at, extra)] : [];
}
