import type { Speaker } from '../pattern.ts';

/** kube-rbac-proxy's log, and that of processes which fail to listen. */
export const proxy: Speaker = {
  id: 'process',
  patterns: [
    { class: 'bind-in-use', re: /listen(?:ing)? (?:tcp\d?|udp\d?) (?<address>\S*?:\d+): bind: address already in use/i },
    { class: 'bind-in-use', re: /failed to listen on secure address/i },
    { class: 'bind-in-use', re: /bind\(?\)?:? .{0,80}(?:address already in use|EADDRINUSE)/i },
    { class: 'bind-in-use', re: /\bEADDRINUSE\b/ },
    { class: 'bind-denied', re: /listen tcp (?<address>\S*?:\d+): bind: (?:permission denied|cannot assign requested address)/i },
    {
      class: 'bad-listen',
      re: /listen tcp: (?:address (?<address>\S+): (?:missing port in address|invalid port|too many colons)|lookup tcp\/)/i,
    },
    { class: 'upstream-refused', re: /http: proxy error: dial tcp (?<address>\S+?): connect: connection refused/i },
    { class: 'upstream-refused', re: /http: proxy error: /i },
    {
      class: 'tls-client-gave-up',
      re: /http: TLS handshake error from (?<address>\S+?): remote error: tls: (?:bad certificate|unknown certificate(?: authority)?)/i,
    },
    {
      class: 'plain-to-tls',
      re: /http: TLS handshake error from (?<address>\S+?): (?:client sent an HTTP request to an HTTPS server|tls: first record does not look like a TLS handshake)/i,
    },
    { class: 'token-rejected', re: /Unable to authenticate the request/i },
    { class: 'token-rejected', re: /tokenreviews?\.authentication\.k8s\.io is forbidden/i },
    { class: 'no-reviews', re: /subjectaccessreviews?\.authorization\.k8s\.io is forbidden/i },
  ],
};
