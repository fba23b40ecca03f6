import { type Check, hit, perTarget } from '../check.ts';

/** https without insecureSkipVerify or serverName: the certificate must name the pod IP. */
export const tlsName: Check = {
  kind: 'warning',
  code: 'tls-name',
  severity: 'warning',
  link: 'listener',
  run: (joined) =>
    perTarget(joined, ({ raw }) => {
      const { endpoint } = joined.resolution;
      if (!endpoint || raw.relabelled.scheme !== 'https' || raw.relabelled.rewrites.has('__address__')) return null;
      return endpoint.tls?.insecureSkipVerify || endpoint.tls?.serverName ? null : hit({ port: raw.number }, endpoint.at);
    }),
};
