import type { Speaker } from '../pattern.ts';

const code = (names: string, as: string) => ({ class: as, re: new RegExp(`\\b(?:net::)?(?:${names})\\b`) });

/** What Chromium, Firefox and Safari show in place of the page. */
export const browser: Speaker = {
  id: 'browser',
  patterns: [
    code('ERR_CONNECTION_REFUSED|NS_ERROR_CONNECTION_REFUSED', 'refused'),
    code('ERR_CONNECTION_TIMED_OUT|ERR_TIMED_OUT|NS_ERROR_NET_TIMEOUT', 'timeout'),
    code('ERR_ADDRESS_UNREACHABLE|ERR_NETWORK_UNREACHABLE', 'no-route'),
    code('ERR_NAME_NOT_RESOLVED|NS_ERROR_UNKNOWN_HOST|DNS_PROBE_FINISHED_NXDOMAIN', 'dns'),
    code(
      'ERR_CERT_AUTHORITY_INVALID|SEC_ERROR_UNKNOWN_ISSUER|MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT|SEC_ERROR_UNTRUSTED_ISSUER',
      'tls-untrusted',
    ),
    code('ERR_CERT_COMMON_NAME_INVALID|SSL_ERROR_BAD_CERT_DOMAIN', 'tls-name'),
    code('ERR_CERT_DATE_INVALID|SEC_ERROR_EXPIRED_CERTIFICATE', 'tls-expired'),
    code('ERR_SSL_PROTOCOL_ERROR|SSL_ERROR_RX_RECORD_TOO_LONG|ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'not-tls'),
    code('ERR_CONNECTION_RESET|PR_CONNECT_RESET_ERROR|NS_ERROR_NET_RESET', 'reset'),
    code('ERR_EMPTY_RESPONSE', 'empty'),
    code('ERR_TOO_MANY_REDIRECTS', 'redirect-loop'),
    code('ERR_BAD_SSL_CLIENT_AUTH_CERT|ERR_SSL_CLIENT_AUTH_CERT_NEEDED|SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT', 'client-cert'),
    { class: 'refused', re: /(?<host>localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)? refused to connect\b/i },
    { class: 'timeout', re: /(?<host>localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)? took too long to respond/i },
    { class: 'timeout', re: /Navigation timeout of \d+ ms exceeded/i },
    { class: 'tls-untrusted', re: /Your connection is not private|This Connection Is Not Private/i },
    { class: 'refused', re: /Safari can.?t (?:connect to the server|open the page)/i },
  ],
};
