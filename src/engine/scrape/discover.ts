import type { Cluster, ClusterService, Workload } from '../cluster/index.ts';
import type { ContainerPort, EndpointSet, Monitor, MonitorEndpoint, ServicePort } from '../objects/index.ts';
import { roleOf, type ScrapeJob } from './config/index.ts';
import { regexMatches } from './match.ts';
import { type Discovered, knownLabels } from './metaLabels.ts';
import { declaredPorts, declaring, podPortOf } from './podPorts.ts';
import { relabel } from './relabel.ts';
import type { Miss, RawTarget, Resolution } from './types.ts';

type Found = Pick<Resolution, 'targets' | 'misses' | 'skipped'>;

/** Everything one endpoint discovers through one Service (prometheus endpoints.go, endpointslice.go). */
export function discoverService(cluster: Cluster, monitor: Monitor, endpoint: MonitorEndpoint, cs: ClusterService, job: ScrapeJob): Found {
  const { service } = cs;
  const role = roleOf(job) === 'endpointslice' ? 'endpointslice' : 'endpoint';
  const miss = (code: Miss['code']): Found => ({ targets: [], misses: [{ code, service: cs, workload: null, asked: null }], skipped: [] });
  const picks = (name: string): boolean => endpoint.port === null || regexMatches(endpoint.port, name);
  const picked = service.ports.filter((p) => picks(p.name));
  const target = (found: Omit<Discovered, 'role' | 'service'>): RawTarget =>
    finish(monitor, endpoint, job, { ...found, service: cs, role });

  if (service.type === 'ExternalName') return miss('external-name-service');
  if (cs.external) return outside(cs, endpoint, picked, miss, target);
  if (service.selector === null) {
    const sets = cluster.endpointSetsOf(service.namespace, service.name);
    if (sets.length > 0) return handWritten(sets, endpoint, picks, miss, target);
    return miss(picked.length > 0 || service.ports.length === 0 ? 'service-without-selector' : 'port-not-found');
  }
  const pods = cluster.podsMatching(service.namespace, service.selector);
  if (endpoint.port !== null && picked.length === 0) return miss('port-not-found');
  if (pods.length === 0) return miss('no-workload');
  return throughPods(cs, pods, endpoint, picked, miss, target);
}

function throughPods(
  cs: ClusterService,
  pods: readonly Workload[],
  endpoint: MonitorEndpoint,
  picked: readonly ServicePort[],
  miss: (code: Miss['code']) => Found,
  target: (found: Omit<Discovered, 'role' | 'service'>) => RawTarget,
): Found {
  const found: Found = { targets: [], misses: [], skipped: [] };
  for (const workload of pods) {
    const resolved = cs.service.ports.map((servicePort) => ({ servicePort, number: podPortOf(servicePort, workload) }));
    for (const { servicePort, number } of resolved)
      if (number === null && picked.includes(servicePort)) found.skipped.push({ service: cs, servicePort, workload });
    // A pod with no resolvable port sits in a slice without ports: nothing at all is seen of it.
    if (resolved.every((r) => r.number === null)) continue;
    const add = (servicePort: ServicePort | null, number: number, protocol: string, declared = declaring(workload, number)): void => {
      found.targets.push(target({ servicePort, workload, number, protocol, declared }));
    };
    const covered = new Set(resolved.map((r) => r.number));
    for (const { servicePort, number } of resolved) {
      if (number === null) continue;
      if (endpoint.port !== null ? picked.includes(servicePort) : picksContainerPort(endpoint, workload, number))
        add(servicePort, number, servicePort.protocol);
    }
    if (endpoint.port !== null) continue;
    for (const { container, port } of declaredPorts(workload))
      if (!covered.has(port.containerPort) && picksDeclared(endpoint, port)) {
        covered.add(port.containerPort);
        add(null, port.containerPort, port.protocol, { container, port });
      }
  }
  if (found.targets.length > 0) return found;
  const named = endpoint.port !== null || endpoint.targetPort === null || found.skipped.length > 0;
  return { ...miss(named ? 'target-port-not-found' : 'container-port-undeclared'), skipped: found.skipped };
}

/** `targetPort` of an endpoint filters on the declared container port: a string is a name, an integer a number (promcfg.go). */
function picksContainerPort(endpoint: MonitorEndpoint, workload: Workload, number: number): boolean {
  if (endpoint.targetPort === null) return true;
  const declared = declaring(workload, number);
  return declared !== null && picksDeclared(endpoint, declared.port);
}

function picksDeclared({ targetPort }: MonitorEndpoint, port: ContainerPort): boolean {
  if (targetPort === null) return true;
  return typeof targetPort === 'number' ? port.containerPort === targetPort : regexMatches(targetPort, port.name ?? '');
}

function outside(
  cs: ClusterService,
  endpoint: MonitorEndpoint,
  picked: readonly ServicePort[],
  miss: (code: Miss['code']) => Found,
  target: (found: Omit<Discovered, 'role' | 'service'>) => RawTarget,
): Found {
  const at = (servicePort: ServicePort | null, number: number, protocol: string) =>
    target({ servicePort, workload: null, number, protocol, declared: null });
  // Container ports are labels of pods: DNS runs in pods whose ports are not known here, the kubelet and the API server do not.
  if (endpoint.port === null && endpoint.targetPort !== null) {
    const number = typeof endpoint.targetPort === 'number' ? endpoint.targetPort : null;
    if (cs.providedBy !== 'cluster:dns' || number === null) return miss('container-port-undeclared');
    return { targets: [at(null, number, 'TCP')], misses: [], skipped: [] };
  }
  const targets = picked.flatMap((p) => {
    const number = typeof p.targetPort === 'number' ? p.targetPort : p.port;
    return number === null ? [] : [at(p, number, p.protocol)];
  });
  return targets.length > 0 ? { targets, misses: [], skipped: [] } : miss('port-not-found');
}

function handWritten(
  sets: readonly EndpointSet[],
  endpoint: MonitorEndpoint,
  picks: (name: string) => boolean,
  miss: (code: Miss['code']) => Found,
  target: (found: Omit<Discovered, 'role' | 'service'>) => RawTarget,
): Found {
  const ports = sets.flatMap((set) => set.subsets.flatMap((subset) => (subset.addresses.length > 0 ? subset.ports : [])));
  const ofPods = sets.some((set) => set.subsets.some((subset) => subset.addresses.some((a) => a.targetKind === 'Pod')));
  // Only a pod has container ports to pick by (promcfg.go, targetPort).
  if (endpoint.port === null && endpoint.targetPort !== null && !ofPods) return miss('container-port-undeclared');
  const targets: RawTarget[] = [];
  for (const port of ports) {
    if (port.port === null) continue;
    const byPort = endpoint.port !== null ? picks(port.name) : endpoint.targetPort === null || endpoint.targetPort === port.port;
    if (!byPort || targets.some((t) => t.number === port.port && t.servicePort?.name === port.name)) continue;
    const servicePort: ServicePort = {
      index: -1,
      name: port.name,
      port: port.port,
      targetPort: port.port,
      targetPortGiven: true,
      protocol: port.protocol,
      nodePort: null,
    };
    targets.push(target({ servicePort, workload: null, number: port.port, protocol: port.protocol, declared: null }));
  }
  return targets.length > 0 ? { targets, misses: [], skipped: [] } : miss('port-not-found');
}

/** Targets of a PodMonitor: declared container ports only, init containers included (promcfg.go generatePodMonitorConfig). */
export function discoverPods(monitor: Monitor, endpoint: MonitorEndpoint, pods: readonly Workload[], job: ScrapeJob): Found {
  const found: Found = { targets: [], misses: [], skipped: [] };
  for (const workload of pods) {
    const picked = declaredPorts(workload).filter(({ port }) => picksPodPort(endpoint, port.name ?? '', port.containerPort));
    if (picked.length === 0) {
      found.misses.push({
        code: endpoint.port === null ? 'container-port-undeclared' : 'port-not-found',
        service: null,
        workload,
        asked: null,
      });
      continue;
    }
    for (const { container, port } of picked)
      found.targets.push(
        finish(monitor, endpoint, job, {
          service: null,
          servicePort: null,
          workload,
          number: port.containerPort,
          protocol: port.protocol,
          declared: { container, port },
          role: 'endpoint',
        }),
      );
  }
  return found;
}

/** `port` before `portNumber` before the deprecated `targetPort`. */
function picksPodPort(endpoint: MonitorEndpoint, name: string, number: number): boolean {
  if (endpoint.port !== null) return regexMatches(endpoint.port, name);
  if (endpoint.portNumber !== null) return endpoint.portNumber === number;
  if (typeof endpoint.targetPort === 'number') return endpoint.targetPort === number;
  return endpoint.targetPort === null || regexMatches(endpoint.targetPort, name);
}

function finish(monitor: Monitor, endpoint: MonitorEndpoint, job: ScrapeJob, found: Discovered): RawTarget {
  const labels = knownLabels(monitor, endpoint, found);
  return {
    service: found.service,
    servicePort: found.servicePort,
    workload: found.workload,
    number: found.number,
    protocol: found.protocol,
    declared: found.declared,
    asked: null,
    relabelled: relabel(job, labels, found.workload === null),
  };
}
