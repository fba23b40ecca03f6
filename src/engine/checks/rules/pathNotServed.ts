import { type Listener, refusesPath } from '../../listen/index.ts';
import { type Check, hit, perReached } from '../check.ts';

/** Everybody's default: who serves metrics elsewhere serves none there. */
const USUAL = '/metrics';
/** Programs of which all pages of metrics are known, and those beside the one at `Listener.path`. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  'node-exporter': [],
  'kube-state-metrics': [],
  prometheus: ['/federate'],
  alertmanager: [],
  'prometheus-operator': [],
  'prometheus-config-reloader': [],
  'blackbox-exporter': ['/probe'],
  pushgateway: [],
};

/** More pages than are known here. */
const OPEN: ReadonlySet<string> = new Set(['istio-proxy', 'istiod', 'envoy']);

/** The process serves its metrics at another path than the endpoint asks for: 404, or a page that is no metrics (domain.md k18). */
export const pathNotServed: Check = {
  kind: 'remark',
  code: 'path-not-served',
  severity: 'error',
  link: 'listener',
  run: (joined) =>
    perReached(joined, ({ process, behind, raw }) => {
      const { endpoint } = joined.resolution;
      if (!endpoint || !process || raw.relabelled.rewrites.has('__metrics_path__') || refusesPath(process, endpoint.metricsPath))
        return null;
      const server = servedBy(process, behind);
      if (!server || serves(server, endpoint.metricsPath)) return null;
      const field = { ...endpoint.at, path: [...endpoint.at.path, 'path'] };
      return hit({ container: server.container, port: server.port, path: endpoint.metricsPath, served: server.path }, field, server.at);
    }),
};

/** kube-rbac-proxy hands paths on as they are; what other proxies make of them is theirs. */
function servedBy(process: Listener, [next]: readonly Listener[]): Listener | null {
  if (!process.proxy) return process;
  const handsOn = process.program === 'kube-rbac-proxy' && process.upstream?.root === true && process.upstream.known;
  return handsOn && next && !next.proxy ? next : null;
}

function serves({ program, path: served }: Listener, asked: string): boolean {
  const [path = ''] = asked.split('?');
  if (path === served || OPEN.has(program)) return true;
  const pages = Object.hasOwn(PAGES, program) ? PAGES[program] : undefined;
  if (!pages) return path !== USUAL;
  const prefix = served.endsWith(USUAL) ? served.slice(0, -USUAL.length) : '';
  return pages.some((page) => path === prefix + page);
}
