import { asksToken } from '../../listen/index.ts';
import type { MonitorEndpoint } from '../../objects/index.ts';
import { type Check, hit, perReached } from '../check.ts';

/** The port asks for a token (kube-rbac-proxy) or a password (exporter-toolkit) and the endpoint sends none: it answers 401. */
export const authMissing: Check = {
  kind: 'warning',
  code: 'auth-missing',
  severity: 'error',
  link: 'listener',
  run: (joined) =>
    perReached(joined, ({ process }) => {
      const { endpoint, job } = joined.resolution;
      // A scrape class may bring what the endpoint does not say.
      if (!endpoint || !process || endpoint.auth.length > 0 || job?.config['authorization'] !== undefined) return null;
      if (process.passwords) return hit({ variant: 'password', proxy: process.container }, endpoint.at, process.at);
      const asks = asksToken(process, endpoint.metricsPath) && process.guard?.anonymous === 401;
      return asks && !identified(endpoint) ? hit({ proxy: process.container }, endpoint.at, process.at) : null;
    }),
};

const identified = ({ bearerTokenFile, tls }: MonitorEndpoint): boolean =>
  bearerTokenFile !== null || Boolean(tls?.certFile) || tls?.references.some((r) => r.field === 'cert') === true;
