import type { Speaker } from '../pattern.ts';

/** curl, with whatever TLS library: the exit code is what stays the same. */
export const curl: Speaker = {
  id: 'curl',
  patterns: [
    { class: 'no-route', re: /curl: ?\(7\) .{0,160}?no route to host/i },
    { class: 'dns', re: /curl: ?\(6\)/i },
    {
      class: 'refused',
      re: /curl: ?\(7\) .{0,120}?(?:Failed to connect to (?<host>\S+) port (?<port>\d+)|connection refused|couldn.?t connect)/i,
    },
    { class: 'refused', re: /curl: ?\(7\)/i },
    { class: 'timeout', re: /curl: ?\(28\)/i },
    {
      class: 'not-tls',
      re: /curl: ?\(35\) .{0,200}?(?:wrong version number|unknown protocol|packet length|record overflow|unrecognized name|invalid token|SSL_ERROR_RX_RECORD_TOO_LONG)/i,
    },
    { class: 'tls-handshake', re: /curl: ?\(35\)/i },
    { class: 'redirect-loop', re: /curl: ?\(47\)/i },
    { class: 'empty', re: /curl: ?\(52\)/i },
    { class: 'client-cert', re: /curl: ?\(5[568]\) .{0,200}?(?:certificate required|bad certificate|client certificate)/i },
    { class: 'reset', re: /curl: ?\(5[56]\) .{0,200}?reset by peer/i },
    { class: 'tls-name', re: /curl: ?\((?:51|60)\) .{0,200}?(?:no alternative certificate subject name|does not match|doesn.?t match)/i },
    { class: 'tls-expired', re: /curl: ?\(60\) .{0,200}?expired/i },
    { class: 'tls-untrusted', re: /curl: ?\(60\)/i },
    { class: 'file-missing', re: /curl: ?\((?:26|37|58|77)\) .{0,200}?(?<file>\/[\w./-]+)?/i },
    { class: 'tls-untrusted', re: /SSL certificate problem: (?:self[- ]signed|unable to get local issuer|unable to verify)/i },
    { class: 'tls-expired', re: /SSL certificate problem: certificate has expired/i },
    { class: 'tls-untrusted', re: /Peer.?s certificate issuer has been marked as not trusted/i },
    { class: 'tls-untrusted', re: /SEC_E_UNTRUSTED_ROOT|schannel: .{0,80}not trusted/i },
    { class: 'not-tls', re: /SSL routines:.{0,60}wrong version number/i },
    {
      class: 'refused',
      re: /Failed to connect to (?<host>\S+) port (?<port>\d+)(?: after \d+ ms)?: (?:Couldn.?t connect to server|Connection refused)/i,
    },
    {
      class: 'timeout',
      re: /Connection timed out after \d+ milliseconds|Failed to connect to (?<host>\S+) port (?<port>\d+).{0,30}: Timeout was reached/i,
    },
  ],
};
