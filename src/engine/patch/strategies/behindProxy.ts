import type { Listener } from '../../listen/index.ts';
import { refuse } from '../input.ts';
import type { PortStrategy } from '../job.ts';
import { declaredAt, refOf, renamePort } from '../podPort.ts';
import { containerOf } from '../site.ts';
import { withdraw } from './addProxy.ts';

/** To https where a proxy and a process fight for one port: the process withdraws behind the proxy that is already there. */
export const behindProxy: PortStrategy = {
  level: 'port',
  id: 'behind-proxy',
  goals: ['https'],
  fits: (site) => site.proxy?.serves === 'https' && site.here.some((l) => l !== site.proxy && l.bind === 'wildcard'),
  apply(site, job) {
    const proxy = site.proxy as Listener;
    const process = site.here.find((l) => l !== proxy && l.bind === 'wildcard') as Listener;
    const container = containerOf(site, process.container);
    const upstream = proxy.upstream;
    const arg = containerOf(site, proxy.container)?.argv.find((a) => a.at.path.join() === upstream?.at?.path.join());
    if (!container || !upstream || !arg) return refuse('upstream-unknown', { container: proxy.container, port: upstream?.port ?? '' });
    // `withdraw` makes all loopback callers follow, the proxy among them.
    const port = withdraw(site, job, process, container);
    if (typeof port !== 'number') return port;
    const declared = declaredAt(site, site.number);
    return {
      workload: site.workload,
      before: refOf(site, declared),
      after: renamePort(site, job, declared),
      answers: null,
      respeaks: true,
    };
  },
};
