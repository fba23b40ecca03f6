import { asksToken } from '../../listen/index.ts';
import { type Check, hit, perReached } from '../check.ts';

/** The port is a kube-rbac-proxy and the endpoint sends no credentials: it answers 401. */
export const authMissing: Check = {
  kind: 'warning',
  code: 'auth-missing',
  severity: 'warning',
  link: 'listener',
  run: (joined) =>
    perReached(joined, ({ process }) => {
      const { endpoint } = joined.resolution;
      if (
        !endpoint ||
        !process ||
        !asksToken(process, endpoint.metricsPath) ||
        process.guard?.anonymous !== 401 ||
        endpoint.bearerTokenFile !== null ||
        endpoint.auth.length > 0 ||
        endpoint.tls?.certFile
      )
        return null;
      if (endpoint.tls?.references.some((r) => r.field === 'cert')) return null;
      return hit({ proxy: process.container }, endpoint.at, process.at);
    }),
};
