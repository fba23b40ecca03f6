import type { Said } from '../chain/index.ts';
import type { Listener } from '../listen/index.ts';
import type { Request } from './asking.ts';
import { said } from './said.ts';
import type { OutcomeClass } from './types.ts';

/** null: the client is content with the certificate. */
export interface Shaken {
  class: OutcomeClass | null;
  why: Said[];
}

/**
 * What a client makes of the certificate. kube-rbac-proxy without `--tls-cert-file` makes one itself, for the host's name
 * only: curl misses a trusted issuer first, Go an IP address in it (outcomes.md 2, 3). Of any other nothing is known here.
 */
export function handshake(listener: Listener, request: Request, asked: 'ip' | 'name'): Shaken {
  const { container } = listener;
  if (!request.verify) return { class: null, why: [said('tls.skipped')] };
  if (!listener.selfMade) return { class: 'unknown', why: [said('tls.unknown', { container }, listener.at)] };
  const made = said('tls.self-made', { container }, listener.at);
  if (request.client !== 'prometheus') return { class: 'tls-untrusted', why: [made] };
  const byName = request.serverName !== null || asked === 'name';
  return { class: byName ? 'tls-untrusted' : 'tls-name', why: [made, said(byName ? 'tls.untrusted' : 'tls.no-ip', { container })] };
}
