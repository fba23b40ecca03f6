import { type Listener, upstreamOf } from '../../listen/index.ts';
import type { Container } from '../../objects/index.ts';
import { podPortOf } from '../../scrape/index.ts';
import type { JsonMap } from '../../yaml/index.ts';
import { callersFollow } from '../callers.ts';
import { servicesOf } from '../follow/services.ts';
import { refuse } from '../input.ts';
import type { Job, PortChange, PortStrategy } from '../job.ts';
import { moveListener } from '../listenFlag.ts';
import { type Declared, declaredAt, declareIn, nameAfter, refOf, renamePort } from '../podPort.ts';
import { leftoverRights } from '../rights.ts';
import { containerOf, type Site } from '../site.ts';
import type { Refusal } from '../types.ts';

/**
 * To http: the proxy goes and the process behind it answers itself (domain.md f9). It takes the proxy's port, unless it
 * already answers everyone on a declared port of its own; then what pointed at the proxy points there.
 */
export const removeProxy: PortStrategy = {
  level: 'port',
  id: 'remove-proxy',
  goals: ['http'],
  fits: (site) => site.proxy !== null && site.proxy.serves === 'https',
  apply(site, job) {
    const proxy = site.proxy as Listener;
    const gone = containerOf(site, proxy.container);
    if (!gone) return refuse('no-template', { workload: site.workload.id });
    if (proxy.program !== 'kube-rbac-proxy') return refuse('other-proxy', { container: proxy.container, program: proxy.program });
    const others = site.listeners.filter((l) => l.container !== proxy.container);
    const behind = upstreamOf(proxy, [proxy, ...others]);
    if (!behind || behind === proxy) return refuse('upstream-unknown', { container: proxy.container, port: proxy.upstream?.port ?? '' });
    if ((behind.serves ?? proxy.upstream?.scheme) === 'https')
      return refuse('tls-built-in', { container: behind.container, program: behind.program });

    if (behind.serves === null) return refuse('scheme-lost', { container: behind.container, proxy: proxy.container });

    const more = servesMore(site, job, gone);
    if (more) return more;

    const before = declaredAt(site, site.number);
    const change = answersAlready(site, behind) ? stay(site, job, behind, before) : move(site, job, behind, before);
    if ('code' in change) return change;
    const { draft } = job;
    const step = ['remove-container', { container: gone.name, workload: site.workload.id }] as const;
    draft.remove(site.owner.at(gone.path ?? []), step, gone.init ? 'remove' : 'keep');
    const where = site.workload.pod.hostNetwork ? 'open-on-nodes' : 'open-on-pods';
    draft.tell(where, 'warning', { port: change.after.number, workload: site.workload.id });
    leftoverRights(site, job);
    return change;
  },
};

/** A Service port that leads to another port of the proxy would lead to nothing without it. */
function servesMore(site: Site, job: Job, gone: Container): Refusal | null {
  const listening = (l: Listener): boolean => l.bind !== 'loopback' && l.protocol === 'TCP';
  const kept = new Set(site.listeners.filter((l) => l.container !== gone.name && listening(l)).map((l) => l.port));
  const its = site.listeners.filter((l) => l.container === gone.name && listening(l)).map((l) => l.port);
  const lost = new Set([...its, ...gone.ports.map((p) => p.containerPort)].filter((port) => port !== site.number && !kept.has(port)));
  for (const service of servicesOf(job.input, site.workload))
    for (const port of service.ports) {
      const number = podPortOf(port, site.workload);
      if (number !== null && lost.has(number))
        return refuse('proxy-serves-more', { container: gone.name, service: service.id, port: port.name || String(port.port ?? number) });
    }
  return null;
}

function answersAlready(site: Site, behind: Listener): boolean {
  const container = containerOf(site, behind.container);
  return (
    behind.port !== site.number && behind.bind !== 'loopback' && container !== null && declaredAt(site, behind.port, container) !== null
  );
}

function stay(site: Site, job: Job, behind: Listener, before: Declared | null): PortChange {
  const container = containerOf(site, behind.container);
  const own = container && declaredAt(site, behind.port, container);
  const hostPort = before?.port.hostPort ?? null;
  if (container && own && hostPort !== null && own.port.hostPort === null && !site.workload.pod.hostNetwork)
    declareIn(site, job, container, { containerPort: behind.port, hostPort }, behind.port);
  goThere(site, job, behind, behind.port);
  return {
    workload: site.workload,
    before: refOf(site, before),
    after: { number: behind.port, name: own?.port.name ?? null },
    answers: behind,
    respeaks: true,
  };
}

/** Who called the process, and who called the proxy, both find the process at its port. */
function goThere(site: Site, job: Job, behind: Listener, to: number): void {
  const moves = [
    { from: behind.port, to, was: 'http', now: 'http' },
    { from: site.number, to, was: 'https', now: 'http' },
  ] as const;
  callersFollow(site, job, { moves, own: behind.container, gone: site.proxy?.container ?? '', open: true });
}

function move(site: Site, job: Job, behind: Listener, before: Declared | null): PortChange | Refusal {
  const container = containerOf(site, behind.container);
  if (!container) return refuse('no-template', { workload: site.workload.id });
  if (behind.port !== site.number || behind.bind === 'loopback') {
    const refusal = moveListener(job.draft, site.owner, container, behind, { host: '', port: site.number });
    if (refusal) return refusal;
  }
  goThere(site, job, behind, site.number);
  const name = nameAfter(site, job, before?.port.name ?? null);
  const entry: JsonMap = { ...(before?.raw ?? { containerPort: site.number }), ...(name === null ? {} : { name }) };
  const moves = before ? before.container.name === site.proxy?.container : declaredAt(site, behind.port, container) !== null;
  if (moves) declareIn(site, job, container, entry, behind.port);
  else renamePort(site, job, before);
  return { workload: site.workload, before: refOf(site, before), after: { number: site.number, name }, answers: behind, respeaks: true };
}
