import type { Listener } from '../../listen/index.ts';
import type { Container, ProbeRef } from '../../objects/index.ts';
import { atLoopback, callersFollow } from '../callers.ts';
import { below, listAt, mapAt, refuse } from '../input.ts';
import type { Job, PortStrategy } from '../job.ts';
import { moveListener } from '../listenFlag.ts';
import { declaredAt, entryAt, nameAfter, refOf } from '../podPort.ts';
import { freePort, proxyContainer } from '../proxyContainer.ts';
import { grantProxy } from '../rights.ts';
import { containerOf, type Site } from '../site.ts';
import type { Refusal } from '../types.ts';

/**
 * To https where a process speaks http: it withdraws to loopback on another port, and a kube-rbac-proxy takes its port,
 * with an account that may review tokens (domain.md f1 to f6, h4).
 */
export const addProxy: PortStrategy = {
  level: 'port',
  id: 'add-proxy',
  goals: ['https'],
  fits: (site) => site.proxy === null && site.here.some((l) => l.serves === 'http'),
  apply(site, job) {
    const process = (site.here.find((l) => l.bind !== 'loopback') ?? site.here[0]) as Listener;
    const container = containerOf(site, process.container);
    if (!container) return refuse('no-template', { workload: site.workload.id });
    const probes = probesHere(site);
    const onMetrics = probes.find(({ probe: p }) => p.kind === 'httpGet' && job.chains.some((c) => c.path === p.path));
    if (onMetrics)
      return refuse('probe-on-metrics', {
        container: onMetrics.container.name,
        probe: onMetrics.probe.which,
        path: onMetrics.probe.path ?? '',
      });
    const upstream = withdraw(site, job, process, container);
    if (typeof upstream !== 'number') return upstream;
    probesThroughProxy(site, job, probes);

    const before = declaredAt(site, site.number);
    const name = nameAfter(site, job, before?.port.name ?? null);
    const port = { ...(before?.raw ?? { containerPort: site.number }), ...(name === null ? {} : { name }) };
    const open = [...new Set(probes.flatMap(({ probe }) => (probe.kind === 'httpGet' ? [probe.path ?? '/'] : [])))];
    const { draft } = job;
    const list = site.owner.at((container.path ?? []).slice(0, -1));
    const nameFirst = Object.keys(mapAt(site.owner.raw, site.owner.at(container.path ?? [])))[0] === 'name';
    const { workload, number } = site;
    const value = proxyContainer(job.input.cluster, { workload, number, nameFirst, upstream, open, port });
    draft.insertItem(list, listAt(site.owner.raw, list).length, value, [
      'add-container',
      { container: String(value['name']), workload: site.workload.id },
    ]);
    if (before) {
      const step = ['undeclare-port', { container: before.container.name, port: site.number }] as const;
      draft.remove(entryAt(site, before.container, before.port), step, 'remove');
    }
    grantProxy(site, job);
    return { workload: site.workload, before: refOf(site, before), after: { number: site.number, name }, answers: null, respeaks: true };
  },
};

/** The process answers its own pod only; those who called it there follow. Returns its new port. */
export function withdraw(site: Site, job: Job, process: Listener, container: Container): number | Refusal {
  const { cluster } = job.input;
  const port = freePort(site, cluster);
  const refusal = moveListener(job.draft, site.owner, container, process, { host: '127.0.0.1', port });
  if (refusal) return refusal;
  const moves = [{ from: process.port, to: port, was: 'http', now: 'http' }] as const;
  callersFollow(site, job, { moves, own: container.name, open: false });
  job.draft.tell('token-needed', 'warning', { port: site.number, workload: site.workload.id });
  job.draft.tell('own-certificate', 'info', { workload: site.workload.id });
  return port;
}

interface Asked {
  container: Container;
  probe: ProbeRef;
}

/** Probes and hooks that the kubelet sends to the port at the pod's address. */
const probesHere = (site: Site): Asked[] =>
  site.owner.pod.containers
    .filter((c) => c.path !== null)
    .flatMap((container) => container.probes.map((probe) => ({ container, probe })))
    .filter(
      ({ container, probe: { port } }) =>
        port === site.number || container.ports.some((d) => d.name === port && d.containerPort === site.number),
    )
    .filter(({ probe }) => !(atLoopback(probe) && site.workload.pod.hostNetwork));

/** The kubelet asks the pod's address, where the proxy is now: by number, as a name means a port of the own container, and over TLS. */
function probesThroughProxy(site: Site, job: Job, asked: readonly Asked[]): void {
  for (const { container, probe } of asked) {
    const params = { container: container.name, probe: probe.which };
    // The proxy passes on HTTP/2 only where it is told to, and asks for a token that no probe carries.
    if (probe.kind === 'grpc') job.draft.tell('probe-mentions', 'warning', { ...params, port: site.number });
    if (typeof probe.port === 'string') job.draft.set(below(probe.at, 'port'), site.number, ['probe-port', { ...params, to: site.number }]);
    if (probe.kind !== 'httpGet') continue;
    const step = ['probe-scheme', { ...params, to: 'HTTPS' }] as const;
    if (Object.hasOwn(mapAt(site.owner.raw, probe.at), 'scheme')) job.draft.set(below(probe.at, 'scheme'), 'HTTPS', step);
    else job.draft.insert(site.owner.raw, probe.at, 'scheme', 'HTTPS', step);
  }
}
