import type { Listener } from '../listen/index.ts';
import type { Request } from './asking.ts';
import { after, type Result, under } from './result.ts';
import { said } from './said.ts';

/**
 * What a client makes of the certificate, and what follows. kube-rbac-proxy without `--tls-cert-file` makes one itself, for
 * the host's name only: curl misses a trusted issuer first, Go an IP address in it (outcomes.md 2, 3). What is in any other
 * no manifest tells, so each way it may turn out is named.
 */
export function handshake(listener: Listener, request: Request, asked: 'ip' | 'name', then: () => Result[]): Result[] {
  const { container } = listener;
  if (listener.clientCert && !request.certificate)
    return [{ class: 'client-cert', why: [said('tls.client-cert', { container }, listener.at)] }];
  if (!request.verify) return after([said('tls.skipped')], then());
  if (listener.selfMade) {
    const made = said('tls.self-made', { container }, listener.at);
    const byName = request.serverName !== null || asked === 'name';
    if (request.client !== 'prometheus') return [{ class: 'tls-untrusted', why: [made] }];
    return [{ class: byName ? 'tls-untrusted' : 'tls-name', why: [made, said(byName ? 'tls.untrusted' : 'tls.no-ip', { container })] }];
  }
  const why = [said('tls.unknown', { container }, listener.at)];
  return [
    ...under(said('when.certificate-fits', { container }), after(why, then())),
    { class: 'tls-untrusted', why, when: said('when.certificate-untrusted', { container }) },
    { class: 'tls-name', why, when: said('when.certificate-name', { container }) },
    { class: 'tls-expired', why, when: said('when.certificate-expired', { container }) },
  ];
}
