import { type Listener, upstreamOf } from '../../../listen/index.ts';
import { callersFollow } from '../../callers.ts';
import { refuse } from '../../input.ts';
import type { ChainStrategy, Job, Task } from '../../job.ts';
import { moveListener } from '../../listenFlag.ts';
import { podPortNames } from '../../names.ts';
import { declareIn } from '../../podPort.ts';
import { freePort } from '../../proxyContainer.ts';
import { containerOf, type Site, scopeOf } from '../../site.ts';

/** A plain port on the node beside the proxy's: the process behind it answers on every address too, at a port of its own. */
export const plainPort: ChainStrategy = {
  level: 'chain',
  id: 'plain-port',
  goals: ['outside'],
  fits: (task) => behind(task) !== null,
  apply(task) {
    const found = behind(task);
    if (!found) return refuse('no-way-outside', { chain: task.chain.id });
    const { site, process, job } = found;
    const container = containerOf(site, process.container);
    if (!container) return refuse('no-template', { workload: site.workload.id });
    const port = process.port === site.number ? freePort(site, task.input.cluster) : process.port;
    const refusal = moveListener(task.draft, site.owner, container, process, { host: '', port });
    if (refusal) return refusal;
    const moves = [{ from: process.port, to: port, was: 'http', now: 'http' }] as const;
    callersFollow(site, job, { moves, own: container.name, open: false });
    const names = podPortNames(site.owner);
    const name = ['http', 'http-metrics', 'http-plain'].find((n) => !names.has(n));
    declareIn(site, job, container, { containerPort: port, hostPort: port, ...(name ? { name } : {}) }, port);
    task.draft.tell('open-on-nodes', 'warning', { port, workload: site.workload.id });
    task.draft.tell('read-plain', 'info', { command: `curl http://<node-address>:${port}${process.path}` });
    task.draft.tell('pods-restart', 'info', { workload: site.workload.id });
    return null;
  },
};

/** On the node's network, a process on loopback behind a proxy. */
function behind(task: Task): { site: Site; process: Listener; job: Job } | null {
  const scope = scopeOf(task.input, task.chain);
  if ('code' in scope) return null;
  const [site] = scope.sites;
  if (!site?.proxy || scope.sites.length > 1 || !site.workload.pod.hostNetwork) return null;
  const process = upstreamOf(site.proxy, site.listeners);
  if (process?.bind !== 'loopback' || process.serves !== 'http') return null;
  return { site, process, job: { ...task, ...scope, scheme: 'https' } };
}
