import type { Request } from './asking.ts';
import type { Result } from './result.ts';
import type { Route } from './routes.ts';
import type { Outcome, OutcomeClass } from './types.ts';

/** A result in the words of the client that meets it. Texts differ by version, classes and exit codes do not (outcomes.md). */
export function outcomeOf(request: Request, route: Route, result: Result): Omit<Outcome, 'when'> {
  const { why } = result;
  const prometheus = request.client === 'prometheus';
  const as = prometheus && result.class === 'http-200' ? 'up' : result.class;
  const status = statusOf(as);
  const base = { class: as, status, why };
  if (as === 'unknown') return { ...base, exit: null, text: null };
  if (request.client === 'curl') return { ...base, exit: status === null ? (EXITS[as] ?? null) : 0, text: curlText(as, status, route) };
  return { ...base, exit: null, text: prometheus ? scrapeText(as, status, request, route) : browserText(as, status) };
}

const statusOf = (as: OutcomeClass): number | null => (as.startsWith('http-') ? Number(as.slice(5)) : null);

const EXITS: Partial<Record<OutcomeClass, number>> = {
  refused: 7,
  'no-route': 7,
  timeout: 28,
  'not-tls': 35,
  'tls-untrusted': 60,
  'tls-name': 60,
  'tls-expired': 60,
  reset: 56,
  'client-cert': 56,
  empty: 52,
  dns: 6,
  'redirect-loop': 47,
};

const NAMES: Record<number, string> = {
  200: 'OK',
  204: 'No Content',
  302: 'Found',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};
const BODIES: Record<number, string> = {
  400: 'Client sent an HTTP request to an HTTPS server.',
  401: 'Unauthorized',
  403: 'Forbidden (user=…, verb=get, resource=, subresource=)',
  404: '404 page not found',
  500: 'Authorization error (user=…, verb=get, resource=, subresource=)',
};
const statusLine = (status: number): string => `HTTP ${status} ${NAMES[status] ?? ''}`.trim();

function curlText(as: OutcomeClass, status: number | null, { address }: Route): string {
  const [host = '', port = ''] = split(address);
  if (status === 200) return '# HELP …';
  if (status !== null) return [statusLine(status), BODIES[status]].filter(Boolean).join('\n');
  switch (as) {
    case 'refused':
    case 'no-route':
      return `curl: (7) Failed to connect to ${host} port ${port}: Couldn't connect to server`;
    case 'timeout':
      return 'curl: (28) Connection timed out';
    case 'not-tls':
      return 'curl: (35) SSL routines::wrong version number';
    case 'tls-untrusted':
      return 'curl: (60) SSL certificate problem: self-signed certificate in certificate chain';
    case 'tls-name':
      return `curl: (60) SSL: no alternative certificate subject name matches target host name '${host}'`;
    case 'tls-expired':
      return 'curl: (60) SSL certificate problem: certificate has expired';
    case 'reset':
      return 'curl: (56) Recv failure: Connection reset by peer';
    case 'empty':
      return 'curl: (52) Empty reply from server';
    case 'dns':
      return `curl: (6) Could not resolve host: ${host}`;
    case 'redirect-loop':
      return 'curl: (47) Maximum (50) redirects followed';
    case 'client-cert':
      return 'curl: (56) tlsv13 alert certificate required';
    default:
      return `curl: ${as}`;
  }
}

const BROWSER: Partial<Record<OutcomeClass, string>> = {
  refused: 'ERR_CONNECTION_REFUSED',
  'no-route': 'ERR_ADDRESS_UNREACHABLE',
  timeout: 'ERR_CONNECTION_TIMED_OUT',
  'not-tls': 'ERR_SSL_PROTOCOL_ERROR',
  'tls-untrusted': 'ERR_CERT_AUTHORITY_INVALID',
  'tls-name': 'ERR_CERT_COMMON_NAME_INVALID',
  'tls-expired': 'ERR_CERT_DATE_INVALID',
  reset: 'ERR_CONNECTION_RESET',
  empty: 'ERR_EMPTY_RESPONSE',
  dns: 'ERR_NAME_NOT_RESOLVED',
  'redirect-loop': 'ERR_TOO_MANY_REDIRECTS',
  'client-cert': 'ERR_BAD_SSL_CLIENT_AUTH_CERT',
};

function browserText(as: OutcomeClass, status: number | null): string {
  if (status === 200) return '# HELP …';
  if (status !== null) return BODIES[status] ?? `HTTP ERROR ${status}`;
  return BROWSER[as] ?? as;
}

/** `lastError` on Prometheus' target page; null where the scrape succeeds. */
function scrapeText(as: OutcomeClass, status: number | null, { scheme, path, credentials }: Request, { address }: Route): string | null {
  const [host = ''] = split(address);
  const get = `Get "${scheme}://${address}${path}": `;
  if (status !== null) return `server returned HTTP status ${status} ${NAMES[status] ?? ''}`.trim();
  switch (as) {
    case 'up':
      return null;
    case 'refused':
      return `${get}dial tcp ${address}: connect: connection refused`;
    case 'no-route':
      return `${get}dial tcp ${address}: connect: no route to host`;
    case 'timeout':
      return `${get}context deadline exceeded`;
    case 'not-tls':
      return `${get}http: server gave HTTP response to HTTPS client`;
    case 'tls-untrusted':
      return `${get}tls: failed to verify certificate: x509: certificate signed by unknown authority`;
    case 'tls-name':
      return `${get}tls: failed to verify certificate: x509: cannot validate certificate for ${host} because it doesn't contain any IP SANs`;
    case 'tls-expired':
      return `${get}tls: failed to verify certificate: x509: certificate has expired or is not yet valid`;
    case 'client-cert':
      return `${get}remote error: tls: certificate required`;
    case 'reset':
      return `${get}read: connection reset by peer`;
    case 'empty':
      return `${get}EOF`;
    case 'dns':
      return `${get}dial tcp: lookup ${host}: no such host`;
    case 'redirect-loop':
      return `Get "${path}": stopped after 10 redirects`;
    case 'content-type':
      return 'received unsupported Content-Type and no fallback_scrape_protocol specified for target';
    case 'parse':
      return 'strconv.ParseFloat: parsing: invalid syntax';
    case 'limit':
      return 'sample limit exceeded';
    case 'file-missing':
      return credentials === 'none'
        ? 'error creating new scrape pool'
        : 'unable to read authorization credentials: no such file or directory';
    default:
      return as;
  }
}

/** Host and port; IPv6 addresses and placeholders have no colon of their own here. */
function split(address: string): [string, string] {
  const colon = address.lastIndexOf(':');
  return colon < 0 ? [address, ''] : [address.slice(0, colon), address.slice(colon + 1)];
}
