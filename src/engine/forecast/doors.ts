import type { Chain, Client } from '../chain/index.ts';
import type { Cluster, Workload } from '../cluster/index.ts';
import { podPortOf } from '../scrape/index.ts';
import type { At } from '../yaml/index.ts';

/** A way in that an object of the input opens: a Service, a port of every node, an Ingress or a route. */
export interface Door {
  kind: 'service' | 'headless' | 'node-port' | 'ingress';
  /** Name of the Service or of the object that leads to it. */
  service: string;
  /** The port that is asked. */
  asked: string;
  address: string;
  /** The pod port behind it. */
  port: number;
  /** How a gateway asks on; null where bytes are passed as they come. */
  scheme: Client['scheme'];
  at: At;
}

/** Ways in are shown for this many Services; more say the same again. */
const MOST = 4;

/** Services of the input that lead to a port of a pod, and what leads to those from outside. */
export function doorsOf(cluster: Cluster, chain: Chain, clients: readonly Client[], workload: Workload, port: number): Door[] {
  const doors: Door[] = [];
  const services = cluster.servicesIn(workload.namespace).filter(({ service, external }) => !external && service.selector !== null);
  for (const { service, providedBy } of services) {
    if (providedBy !== null || !cluster.podsMatching(service.namespace, service.selector ?? {}).includes(workload)) continue;
    for (const p of service.ports) {
      if (podPortOf(p, workload) !== port || p.port === null || p.protocol !== 'TCP') continue;
      const at = service.at(['spec', 'ports', p.index]);
      const shared = { service: service.name, scheme: 'any' as const, at };
      const name = `${service.name}.${service.namespace}.svc:${p.port}`;
      // DNS of a headless Service gives the pods themselves: the port that is asked is the pod's.
      doors.push({
        ...shared,
        kind: service.headless ? 'headless' : 'service',
        asked: String(p.port),
        address: name,
        port: service.headless ? p.port : port,
      });
      if (service.type === 'NodePort' || service.type === 'LoadBalancer') {
        const asked = String(p.nodePort ?? '<node-port>');
        doors.push({ ...shared, kind: 'node-port', asked, address: `<node-ip>:${asked}`, port });
      }
    }
  }
  const gates = chain.targets.some((t) => t.workload === workload.id && t.number === port)
    ? clients.filter((c) => c.kind === 'ingress' || c.kind === 'route')
    : [];
  for (const { object, scheme, at } of gates) {
    const host = '<ingress-host>';
    doors.push({ kind: 'ingress', service: object, asked: host, address: host, port, scheme, at });
  }
  return doors.slice(0, MOST);
}
