/** An address in a text: host and port, and the scheme and path where it is a URL. */
export interface Address {
  scheme: 'http' | 'https' | null;
  host: string;
  /** A name where an SRV record is asked for. */
  port: number | string;
  path: string | null;
}

const NAME = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const HOST = `(?:${NAME}(?:\\.${NAME})*\\.?|\\[[0-9a-f:]+\\]|<[a-z-]+>)`;
const URL = new RegExp(`(?<![a-z])(https?)://(?:[^\\s/@'"]{1,200}@)?(${HOST})(?::(\\d{1,5}))?(?![\\w:-])(/[^\\s'"\`,;)}\\]]*)?`, 'gi');
/** `dnssrv+_http._tcp.name.namespace.svc` (thanos pkg/discovery/dns). */
const SRV = new RegExp(`(?<![\\w.-])_([a-z0-9-]{1,63})\\._tcp\\.(${NAME}(?:\\.${NAME})*)`, 'gi');
const BARE = new RegExp(`(?<![\\w.:/@-])(${NAME}(?:\\.${NAME})*):(\\d{1,5})(?![\\w:.])`, 'g');

/** Longer texts are scripts and dashboards with room for an address near their beginning. */
const LONGEST = 100_000;

/** Every URL of a text; with `bare` also `host:port` and SRV names. */
export function addressesIn(text: string, bare: boolean): Address[] {
  const source = text.slice(0, LONGEST);
  const found: Address[] = [];
  const rest = source.replace(URL, (_whole, scheme: string, host: string, port: string | undefined, path: string | undefined) => {
    const spoken = scheme.toLowerCase() === 'https' ? 'https' : 'http';
    const number = port === undefined ? (spoken === 'https' ? 443 : 80) : Number(port);
    found.push({ scheme: spoken, host: host.toLowerCase(), port: number, path: path ?? null });
    return ' ';
  });
  if (!bare) return found;
  const plain = rest.replace(SRV, (_whole, port: string, host: string) => {
    found.push({ scheme: null, host: host.toLowerCase(), port, path: null });
    return ' ';
  });
  for (const [, host = '', port] of plain.matchAll(BARE)) found.push({ scheme: null, host, port: Number(port), path: null });
  return found;
}

/** Fields and flags that say how a server names itself to people, not whom it calls. */
export const isOwnName = (by: string): boolean => /external[-_.]?(?:url|prefix)|query[-_]url|root[-_]?url|listen|bind/i.test(by);

/** The Services a host name may stand for, asked from a namespace: `name`, `name.ns`, `name.ns.svc…`, with a pod's name before it or not. */
export function servicesNamed(host: string, namespace: string): { namespace: string; service: string }[] {
  const labels = host.replace(/\.$/, '').split('.');
  const svc = labels.indexOf('svc');
  const [a = '', b = '', c = ''] = labels;
  if (svc >= 2) return [{ service: labels[svc - 2] ?? '', namespace: labels[svc - 1] ?? '' }];
  if (svc >= 0 || labels.length > 3) return [];
  if (labels.length === 1) return [{ service: a, namespace }];
  if (labels.length === 3) return [{ service: b, namespace: c }];
  return [
    { service: a, namespace: b },
    { service: b, namespace },
  ];
}

/** The pod itself: loopback, or its own address as the kubelet fills it in. */
export function ownAddress(host: string): 'loopback' | 'pod-ip' | null {
  if (/^(127(\.\d+){3}|localhost|\[::1\])$/.test(host)) return 'loopback';
  return host === '<pod-ip>' || host === '[<pod-ip>]' ? 'pod-ip' : null;
}
