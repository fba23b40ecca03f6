import type { Speaker } from '../pattern.ts';

/** Answers themselves: status lines and bodies. */
export const http: Speaker = {
  id: 'server',
  patterns: [
    { class: 'http-400', re: /Client sent an HTTP request to an HTTPS server/i },
    { class: 'http-400', re: /The plain HTTP request was sent to HTTPS port/i },
    {
      class: 'http-403',
      re: /Forbidden \(user=(?<user>[^,\s]+), verb=(?<verb>\w+), resource=(?<resource>[^,]*), subresource=(?<subresource>[^)]*)\)/i,
    },
    { class: 'http-500', re: /Authorization error \(user=/i },
    { class: 'http', re: /\bHTTP\/[\d.]+ (?<status>[45]\d\d)\b/i },
    {
      class: 'http',
      re: /^(?:HTTP ERROR |error:? ?)?(?<status>40[0134]|50[0234]) (?:Bad Request|Unauthorized|Forbidden|Not Found|Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)\.?$/i,
    },
    { class: 'http', re: /\bHTTP ERROR (?<status>[45]\d\d)\b/i },
    { class: 'http-401', re: /^Unauthorized\.?$/i },
    { class: 'http-404', re: /^404 page not found$/i },
    { class: 'http-502', re: /^(?:502 )?Bad Gateway$/i },
  ],
};
