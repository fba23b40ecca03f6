import { addressOf } from './address.ts';
import type { Flag, Upstream } from './types.ts';

/** An `--upstream` URL. null for sockets and anything that names no host and port. */
export function upstreamFrom(flag: Flag | null): Upstream | null {
  if (!flag) return null;
  const [, scheme, host, digits, path = '/'] =
    /^(https?):\/\/(\[[^\]]*\]|[^:/?#]*)(?::(\d{1,5}))?([/?#].*)?$/i.exec(flag.value.trim()) ?? [];
  if (scheme === undefined || host === undefined || host === '') return null;
  const lower = scheme.toLowerCase() === 'https' ? 'https' : 'http';
  const address = addressOf(host, digits === undefined ? (lower === 'https' ? 443 : 80) : Number(digits));
  return address && { ...address, scheme: lower, known: true, root: path === '/', at: flag.at };
}
