import type { Chain } from '../chain/index.ts';
import type { MonitorEndpoint } from '../objects/index.ts';
import type { Asking, Client } from './types.ts';

/** A request as one client makes it. */
export interface Request {
  client: Client;
  asking: Asking;
  scheme: 'http' | 'https';
  /** Whether the certificate is checked. */
  verify: boolean;
  /** The name the certificate must have, where it is not the address that is asked. */
  serverName: string | null;
  /** Whose credentials are sent; `other`: some that are not followed here. */
  credentials: 'none' | 'prometheus' | 'other';
  path: string;
  /** A certificate of its own is shown. */
  certificate: boolean;
  /** Redirects are followed. */
  redirects: boolean;
  /** Major version of Prometheus. */
  major: number;
}

const CURL = [
  ['http', 'http', true, 'none'],
  ['https', 'https', true, 'none'],
  ['https-insecure', 'https', false, 'none'],
  ['https-token', 'https', false, 'prometheus'],
] as const;

/** What curl and a browser are tried with, everywhere. */
export function byHand(path: string, browser: boolean): Request[] {
  const curl = CURL.map(([asking, scheme, verify, credentials]): Request => {
    return { client: 'curl', asking, scheme, verify, serverName: null, credentials, path, certificate: false, redirects: false, major: 3 };
  });
  const page = (['http', 'https'] as const).map((scheme): Request => {
    return {
      client: 'browser',
      asking: scheme,
      scheme,
      verify: true,
      serverName: null,
      credentials: 'none',
      path,
      certificate: false,
      redirects: true,
      major: 3,
    };
  });
  return browser ? [...curl, ...page] : curl;
}

/** The scrape itself: scheme, TLS configuration and credentials of the endpoint. */
export function scrapeOf(chain: Chain, endpoint: MonitorEndpoint, more: Pick<Request, 'redirects' | 'major'>): Request {
  const { tls, auth, bearerTokenFile } = endpoint;
  return {
    client: 'prometheus',
    asking: 'endpoint',
    scheme: chain.scheme === 'https' ? 'https' : 'http',
    verify: !tls?.insecureSkipVerify,
    serverName: tls?.serverName ?? null,
    credentials: auth.length > 0 ? 'other' : bearerTokenFile === null ? 'none' : bearerTokenFile === ACCOUNT_TOKEN ? 'prometheus' : 'other',
    path: chain.path ?? '/metrics',
    certificate: tls !== null && (tls.certFile !== null || tls.references.some((r) => r.field === 'cert' || r.field.startsWith('cert'))),
    ...more,
  };
}

/** Where the kubelet puts the token of the pod's service account. */
const ACCOUNT_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';
