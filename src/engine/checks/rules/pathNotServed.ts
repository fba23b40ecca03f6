import { refusesPath } from '../../listen/index.ts';
import { type Check, hit, perReached } from '../check.ts';

/** Everybody's default: who serves metrics elsewhere serves none there. */
const USUAL = '/metrics';
/** Programs that have one page of metrics and no other. */
const ONE_PAGE: ReadonlySet<string> = new Set(['node-exporter', 'kube-state-metrics']);

/** The process serves its metrics at another path than the endpoint asks for: 404, or a page that is no metrics (domain.md k18). */
export const pathNotServed: Check = {
  kind: 'remark',
  code: 'path-not-served',
  severity: 'error',
  link: 'listener',
  run: (joined) =>
    perReached(joined, ({ process, raw }) => {
      const { endpoint } = joined.resolution;
      if (!endpoint || !process || process.proxy || raw.relabelled.rewrites.has('__metrics_path__')) return null;
      const { metricsPath: path } = endpoint;
      if (process.path === path || refusesPath(process, path)) return null;
      if (path !== USUAL && !ONE_PAGE.has(process.program)) return null;
      const field = { ...endpoint.at, path: [...endpoint.at.path, 'path'] };
      return hit({ container: process.container, port: raw.number, path, served: process.path }, field, process.at);
    }),
};
