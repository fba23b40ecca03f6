import { addressOf } from '../address.ts';
import { opened, portOf } from '../open.ts';
import { named } from '../recognise.ts';
import type { Invocation, Opened, Program } from '../types.ts';

/** ingress-nginx pkg/flags: `/metrics` and `/healthz` in clear on 10254, what it proxies on 80 and 443; status and stream on loopback. */
export const ingressNginx: Program = {
  id: 'ingress-nginx',
  matches: (run) =>
    run.program === 'nginx-ingress-controller' ||
    (named(run, 'nginx-ingress-controller', 'controller') &&
      /(^|\/)(ingress-nginx|kubernetes-ingress-controller)\/[^/]+$/.test(run.repository)),
  listeners: (run) => [
    ...port(run, 'healthz-port', 10254, { serves: 'http' }),
    ...port(run, 'http-port', 80, { serves: 'http', proxy: true }),
    ...port(run, 'https-port', 443, { serves: 'https', proxy: true }),
  ],
};

function port(run: Invocation, name: string, fallback: number, extra: Parameters<typeof opened>[3]): Opened[] {
  const flag = run.flag(name);
  const number = portOf(flag, fallback);
  const address = number === null ? null : addressOf('', number);
  return address ? [opened(run, address, flag?.at ?? null, extra)] : [];
}
