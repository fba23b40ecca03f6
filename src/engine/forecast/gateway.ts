import type { Request } from './asking.ts';
import { after, type Result, under } from './result.ts';
import { said } from './said.ts';

/**
 * An Ingress controller or gateway answers the client itself, with a certificate of its own, and asks the pods on: in the
 * scheme its object says, without a look at their certificate. What it cannot read from them it answers with 502.
 */
export function throughGateway(backend: 'http' | 'https' | null, request: Request, ask: (request: Request) => Result[]): Result[] {
  if (backend === null) return [{ class: 'unknown', why: [said('gateway.scheme-unknown')] }];
  const why = [said('gateway.asks-on', { scheme: backend })];
  const then = (): Result[] => after(why, ask({ ...request, scheme: backend, verify: false, serverName: null }).map(asAnswered));
  if (request.scheme === 'http' || !request.verify) return then();
  return [
    ...under(said('when.gateway-trusted'), then()),
    { class: 'tls-untrusted', why: [said('gateway.certificate')], when: said('when.gateway-untrusted') },
  ];
}

/** Whatever fails behind it, the client gets an answer. */
const asAnswered = (r: Result): Result => (r.class.startsWith('http-') || r.class === 'unknown' ? r : { ...r, class: 'http-502' });
