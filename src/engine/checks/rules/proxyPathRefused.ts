import { refusesPath } from '../../listen/index.ts';
import { type Check, hit, perReached } from '../check.ts';

/** The proxy lets some paths pass only, and the endpoint asks for another one: 404, whoever asks (domain.md f5). */
export const proxyPathRefused: Check = {
  kind: 'remark',
  code: 'proxy-path-refused',
  severity: 'error',
  link: 'listener',
  run: (joined) =>
    perReached(joined, ({ process, raw }) => {
      const { endpoint } = joined.resolution;
      if (!endpoint || !process || raw.relabelled.rewrites.has('__metrics_path__') || !refusesPath(process, endpoint.metricsPath))
        return null;
      const allowed = process.guard?.allowPaths.join(', ') ?? '';
      return hit({ proxy: process.container, port: raw.number, path: endpoint.metricsPath, allowed }, endpoint.at, process.at);
    }),
};
