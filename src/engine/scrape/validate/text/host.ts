const OCTET = /^(?:0|[1-9]\d{0,2})$/;
const isIpv4 = (text: string): boolean => {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => OCTET.test(part) && Number(part) <= 255);
};

/** Go net.ParseIP: eight groups, one run of them left out as `::`, the last two also as dotted IPv4. */
function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const groups = (half: string | undefined): string[] => (half ? half.split(':') : []);
  const all = [...groups(halves[0]), ...groups(halves[1])];
  const last = all.at(-1) ?? '';
  const dotted = last.includes('.') && text.endsWith(last);
  if (dotted && !isIpv4(last)) return false;
  if (!all.every((group, i) => (dotted && i === all.length - 1) || /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const count = all.length + (dotted ? 1 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

const isIp = (text: string): boolean => isIpv4(text) || (text.includes(':') && isIpv6(text));

const DNS_NAME = /^[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62}(?:\.[a-zA-Z0-9_][a-zA-Z0-9_-]{0,62})*[._]?$/;

/** An IP address or a DNS name (govalidator IsHost). */
const isHost = (text: string): boolean => isIp(text) || (text.replaceAll('.', '').length <= 255 && DNS_NAME.test(text));

const isPort = (text: string): boolean => /^\+?\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 65535;

/** What a prober URL is to the operator: `host` or `host:port`, IPv6 since v0.89 (resource_selector.go validateProberURL). */
export function isProberUrl(url: string, release: number): boolean {
  if (release < 89) {
    const [host = '', port] = url.split(':');
    return isHost(host) && (port === undefined || isPort(port));
  }
  const split = splitHostPort(url);
  return split === null ? isHost(url) : isHost(split.host) && isPort(split.port);
}

/** Go net.SplitHostPort: `host:port` or `[host]:port`; null for anything else. */
function splitHostPort(text: string): { host: string; port: string } | null {
  const colon = text.lastIndexOf(':');
  if (colon < 0) return null;
  const bracketed = text.startsWith('[');
  if (bracketed && text.indexOf(']') + 1 !== colon) return null;
  const host = bracketed ? text.slice(1, colon - 1) : text.slice(0, colon);
  const rest = bracketed ? host + text.slice(colon) : text;
  if ((!bracketed && host.includes(':')) || /[[\]]/.test(rest)) return null;
  return { host, port: text.slice(colon + 1) };
}
