import type { Cluster, ClusterService } from '../cluster/index.ts';
import type { MonitorEndpoint, NamedAddress, ServicePort } from '../objects/index.ts';
import { meaningOf } from './address.ts';
import type { ScrapeJob } from './config/index.ts';
import { declaring, podPortOf } from './podPorts.ts';
import { relabel } from './relabel.ts';
import type { KnownLabels } from './rules.ts';
import type { RawTarget, Resolution } from './types.ts';

type Found = Pick<Resolution, 'services' | 'pods' | 'targets' | 'misses' | 'skipped' | 'elsewhere'>;
type Where = Omit<RawTarget, 'relabelled'>;

/** Targets beyond these say nothing new about who answers; the exact list is the simulation's. */
const MOST = 200;

/**
 * Who answers at the addresses a Probe or a static configuration names: a Service of the input is followed to its pods, by
 * its port number as kube-proxy does; what lies outside is a target of its own.
 */
export function discoverAddresses(cluster: Cluster, endpoint: MonitorEndpoint, from: string, job: ScrapeJob): Found {
  const found: Found = { services: [], pods: [], targets: [], misses: [], skipped: [], elsewhere: null };
  const finish = (where: Where): RawTarget => ({
    ...where,
    relabelled: relabel(job, namedLabels(endpoint, where)),
  });
  const asks = new Map(endpoint.asks.map((asked) => [asked.text, asked]));
  for (const asked of [...asks.values()].slice(0, MOST)) {
    const meant = meaningOf(cluster, from, asked);
    if (meant.what === 'outside') found.targets.push(finish(outside(asked)));
    else if (meant.what === 'absent') found.misses.push({ code: 'service-not-found', service: null, workload: null, asked });
    else throughService(cluster, meant.service, asked, found, finish);
  }
  return found;
}

/** What is known before any rule runs: a Probe's rules put its prober in the place of the address. */
const namedLabels = (endpoint: MonitorEndpoint, { asked }: Where): KnownLabels =>
  new Map([
    ['__address__', asked?.text ?? null],
    ['__scheme__', endpoint.scheme],
    ['__metrics_path__', endpoint.metricsPath],
  ]);

const outside = (asked: NamedAddress): Where => ({
  service: null,
  servicePort: null,
  workload: null,
  number: asked.port,
  protocol: 'TCP',
  declared: null,
  asked,
});

function throughService(
  cluster: Cluster,
  cs: ClusterService,
  asked: NamedAddress,
  found: Found,
  finish: (where: Where) => RawTarget,
): void {
  const { service } = cs;
  if (!found.services.some((s) => s.service === cs)) found.services.push({ service: cs, labels: [] });
  const miss = (code: Resolution['misses'][number]['code']) => found.misses.push({ code, service: cs, workload: null, asked });
  if (service.type === 'ExternalName') {
    found.targets.push(finish({ ...outside(asked), service: cs }));
    return;
  }
  // A headless name is the pods' own addresses: no port of the Service comes between.
  const servicePort = service.ports.find((p) => p.port === asked.port) ?? null;
  if (!service.headless && servicePort === null) {
    miss('port-not-found');
    return;
  }
  if (cs.external || service.selector === null) {
    const written = cluster.endpointSetsOf(service.namespace, service.name).length > 0;
    if (!cs.external && !written) miss('service-without-selector');
    else found.targets.push(finish({ ...outside(asked), service: cs, servicePort, number: numberOf(servicePort, asked) }));
    return;
  }
  const pods = cluster.podsMatching(service.namespace, service.selector);
  if (pods.length === 0) {
    miss('no-workload');
    return;
  }
  for (const workload of pods) {
    const number = service.headless || servicePort === null ? asked.port : podPortOf(servicePort, workload);
    if (number === null) {
      if (servicePort) found.skipped.push({ service: cs, servicePort, workload });
      continue;
    }
    const port = service.headless ? (service.ports.find((p) => podPortOf(p, workload) === number) ?? null) : servicePort;
    found.targets.push(
      finish({ service: cs, servicePort: port, workload, number, protocol: 'TCP', declared: declaring(workload, number), asked }),
    );
  }
  if (found.targets.length === 0 && found.skipped.length > 0) miss('target-port-not-found');
}

const numberOf = (p: ServicePort | null, asked: NamedAddress): number => (typeof p?.targetPort === 'number' ? p.targetPort : asked.port);
