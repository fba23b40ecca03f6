import { callersFollow } from '../../callers.ts';
import { refuse } from '../../input.ts';
import type { PortStrategy, Task } from '../../job.ts';
import { moveListener } from '../../listenFlag.ts';
import { changePorts } from '../../ports.ts';
import { containerOf, scopeOf } from '../../site.ts';
import type { Refusal, Scheme } from '../../types.ts';
import { behindProxy } from '../behindProxy.ts';
import { followListener } from '../followListener.ts';
import { type Fix, undecided } from './fix.ts';

/** By one way alone, and only where every port of the chain is in the state that it starts from. */
function onlyBy(task: Task, code: Fix['code'], scheme: Scheme | null, way: PortStrategy): Refusal | null {
  const scope = scopeOf(task.input, task.chain);
  if ('code' in scope) return scope;
  if (scheme === null || !scope.sites.every((site) => way.fits(site, scheme))) return undecided({ code });
  const made = changePorts(task, scheme, way);
  return 'code' in made ? made : null;
}
const speaks = ({ chain }: Task): Scheme | null => chain.targets[0]?.serves ?? null;

/** The endpoint asks in the scheme that the process speaks. */
export const schemeMismatch: Fix = {
  code: 'scheme-mismatch',
  apply: (task) => onlyBy(task, 'scheme-mismatch', speaks(task), followListener),
};

/** The process answers at every address of its pod, where only its own pod reached it. */
export const loopbackOnly: Fix = {
  code: 'loopback-only',
  apply: (task) => onlyBy(task, 'loopback-only', speaks(task), followListener),
};

/** Of a proxy and the process behind it that want one port, the process withdraws. */
export const bindConflict: Fix = { code: 'bind-conflict', apply: (task) => onlyBy(task, 'bind-conflict', 'https', behindProxy) };

/** The proxy sends its requests where the one other process of the pod listens. */
export const upstreamNotFound: Fix = {
  code: 'upstream-not-found',
  apply(task) {
    const scope = scopeOf(task.input, task.chain);
    if ('code' in scope) return scope;
    for (const site of scope.sites) {
      const { proxy } = site;
      const others = site.listeners.filter(
        (l) => !l.proxy && l.protocol === 'TCP' && l.serves === 'http' && l.container !== proxy?.container,
      );
      const arg = proxy && containerOf(site, proxy.container)?.argv.find((a) => a.at.path.join() === proxy.upstream?.at?.path.join());
      const [only] = others;
      if (!proxy?.upstream || !arg || !only || others.length > 1) return undecided(this);
      const host = only.bind === 'loopback' && only.host !== '' ? only.host : '127.0.0.1';
      const text = arg.text.replace(/(https?):\/\/(\[[^\]]*\]|[^:/]+)(:\d+)?/, `http://${host}:${only.port}`);
      task.draft.set(arg.at, text, ['fix-upstream', { container: proxy.container, to: `${host}:${only.port}` }]);
    }
    return null;
  },
};

/** What a proxy guards listens to its own pod alone. */
export const proxyBypass: Fix = {
  code: 'proxy-bypass',
  apply(task) {
    const scope = scopeOf(task.input, task.chain);
    if ('code' in scope) return scope;
    for (const site of scope.sites) {
      const behind = site.listeners.find((l) => l.port === site.proxy?.upstream?.port && !l.proxy && l.bind !== 'loopback');
      const container = behind && containerOf(site, behind.container);
      if (!behind || !container) return undecided(this);
      const refusal = moveListener(task.draft, site.owner, container, behind, { host: '127.0.0.1', port: behind.port });
      if (refusal) return refusal;
      const moves = [{ from: behind.port, to: behind.port, was: 'http', now: 'http' }] as const;
      callersFollow(site, { ...task, ...scope, scheme: 'https' }, { moves, own: container.name, open: false });
      task.draft.tell('pods-restart', 'info', { workload: site.workload.id });
    }
    return scope.sites.length === 0 ? refuse('no-target', { reason: '' }) : null;
  },
};
