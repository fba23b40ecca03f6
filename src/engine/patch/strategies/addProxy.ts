import { type Listener, listenersOf } from '../../listen/index.ts';
import type { Container, ProbeRef } from '../../objects/index.ts';
import { below, listAt, mapAt, refuse } from '../input.ts';
import type { Job, Strategy } from '../job.ts';
import { moveListener } from '../listenFlag.ts';
import { neighboursFollow } from '../neighbours.ts';
import { declaredAt, entryAt, nameAfter, refOf } from '../podPort.ts';
import { freePort, proxyContainer } from '../proxyContainer.ts';
import { grantProxy } from '../rights.ts';
import { containerOf, type Site } from '../site.ts';
import type { Refusal } from '../types.ts';

/**
 * To https where a process speaks http: it withdraws to loopback on another port, and a kube-rbac-proxy takes its port,
 * with an account that may review tokens (domain.md f1 to f6, h4).
 */
export const addProxy: Strategy = {
  id: 'add-proxy',
  goals: ['https'],
  fits: (site) => site.proxy === null && site.here.some((l) => l.serves === 'http'),
  apply(site, job) {
    const process = (site.here.find((l) => l.bind !== 'loopback') ?? site.here[0]) as Listener;
    const container = containerOf(site, process.container);
    if (!container) return refuse('no-template', { workload: site.workload.id });
    const probes = probesHere(site, container);
    const onMetrics = probes.find((p) => p.kind === 'httpGet' && job.chains.some((c) => c.path === p.path));
    if (onMetrics) return refuse('probe-on-metrics', { container: container.name, probe: onMetrics.which, path: onMetrics.path ?? '' });
    const upstream = withdraw(site, job, process, container);
    if (typeof upstream !== 'number') return upstream;
    probesThroughProxy(site, job, container, probes);

    const before = declaredAt(site, site.number);
    const name = nameAfter(site, job, before?.port.name ?? null);
    const port = { ...(before?.raw ?? { containerPort: site.number }), ...(name === null ? {} : { name }) };
    const open = [...new Set(probes.flatMap((p) => (p.kind === 'httpGet' ? [p.path ?? '/'] : [])))];
    const { draft } = job;
    const list = site.owner.at((container.path ?? []).slice(0, -1));
    const value = proxyContainer(site, job, container, { upstream, open, port });
    draft.insertItem(list, listAt(site.owner.raw, list).length, value, [
      'add-container',
      { container: String(value['name']), workload: site.workload.id },
    ]);
    if (before) {
      const step = ['undeclare-port', { container: before.container.name, port: site.number }] as const;
      draft.remove(entryAt(site, before.container, before.port), step, 'remove');
    }
    grantProxy(site, job);
    return { site, before: refOf(site, before), after: { number: site.number, name } };
  },
};

/** The process answers its own pod only; those who called it there follow. Returns its new port. */
export function withdraw(site: Site, job: Job, process: Listener, container: Container): number | Refusal {
  const { cluster } = job.input;
  const port = freePort(site, (w) => listenersOf(w, cluster), cluster.workloads);
  const refusal = moveListener(job.draft, site.owner, container, process, { host: '127.0.0.1', port });
  if (refusal) return refusal;
  neighboursFollow(site, job, process.port, port, [container.name]);
  job.draft.tell('token-needed', 'warning', { port: site.number, workload: site.workload.id });
  job.draft.tell('own-certificate', 'info', { workload: site.workload.id });
  return port;
}

const probesHere = (site: Site, container: Container): ProbeRef[] =>
  container.probes.filter(
    (p) => p.port === site.number || container.ports.some((d) => d.name === p.port && d.containerPort === site.number),
  );

/** The kubelet asks the pod's address, where the proxy is now: by number, as a name means a port of the own container, and over TLS. */
function probesThroughProxy(site: Site, job: Job, container: Container, probes: readonly ProbeRef[]): void {
  for (const probe of probes) {
    const at = site.owner.at([...(container.path ?? []), probe.which, probe.kind]);
    const params = { container: container.name, probe: probe.which };
    if (typeof probe.port === 'string') job.draft.set(below(at, 'port'), site.number, ['probe-port', { ...params, to: site.number }]);
    if (probe.kind !== 'httpGet') continue;
    const step = ['probe-scheme', { ...params, to: 'HTTPS' }] as const;
    if (Object.hasOwn(mapAt(site.owner.raw, at), 'scheme')) job.draft.set(below(at, 'scheme'), 'HTTPS', step);
    else job.draft.insert(site.owner.raw, at, 'scheme', 'HTTPS', step);
  }
}
