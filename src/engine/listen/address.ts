import type { Bind } from './types.ts';

export interface Address {
  /** As shown: '', '0.0.0.0', '[::1]', '<pod-ip>'. */
  host: string;
  bind: Bind;
  port: number;
}

export const POD_IP = '<pod-ip>';
export const HOST_IP = '<host-ip>';

/** `host:port` as Go's net.Listen reads it; null for sockets, files and ports that are not known. */
export function parseAddress(text: string): Address | null {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]*)\]|([^:/]*)):(\d{1,5})$/.exec(text.trim()) ?? [];
  if (digits === undefined) return null;
  return addressOf(bracketed ?? plain ?? '', Number(digits));
}

/** Host and port given apart, as `--host` and `--port` do. Port 0 is a port nobody can name. */
export function addressOf(host: string, port: number): Address | null {
  if (!Number.isInteger(port) || port < 1 || port > 65535) return null;
  const bare = host.replace(/^\[|\]$/g, '');
  return { host: bare.includes(':') ? `[${bare}]` : bare, bind: bindOf(bare), port };
}

/** domain.md h3: classes of addresses, not addresses. */
export function bindOf(host: string): Bind {
  if (host === '' || host === '0.0.0.0' || host === '*' || /^[0:]+$/.test(host)) return 'wildcard';
  if (host === 'localhost' || /^127\.\d+\.\d+\.\d+$/.test(host) || /^(?:0*:)+0*1$/.test(host)) return 'loopback';
  if (host === POD_IP) return 'pod-ip';
  return host.includes('$(') ? 'unknown' : 'specific';
}

/** The same interface twice: `localhost` is 127.0.0.1 to Go, which takes the first IPv4 address. */
export const sameHost = (a: string, b: string): boolean => canonical(a) === canonical(b);
const canonical = (host: string) => (host === 'localhost' ? '127.0.0.1' : host.toLowerCase());
