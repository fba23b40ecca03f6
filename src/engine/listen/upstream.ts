import { sameHost } from './address.ts';
import { listenersAt } from './listeners.ts';
import type { Listener, Upstream } from './types.ts';

/**
 * The listener of the pod that answers at a proxy's upstream; null when none is known to. An exact address beats a
 * wildcard, and another process beats the proxy itself.
 */
export function upstreamOf(listener: Listener, listeners: readonly Listener[]): Listener | null {
  const { upstream } = listener;
  if (!upstream) return null;
  const there = listenersAt(listeners, upstream.port).filter((l) => answers(l, upstream));
  const others = there.filter((l) => l.container !== listener.container);
  return others.find((l) => l.bind === upstream.bind) ?? others[0] ?? there[0] ?? null;
}

function answers(l: Listener, { bind, host }: Upstream): boolean {
  // An address that cannot be read may be the right one.
  if (l.bind === 'unknown') return bind !== 'specific';
  if (l.bind === 'wildcard') return bind !== 'specific';
  if (bind === 'wildcard') return l.bind === 'loopback';
  return l.bind === bind && (sameHost(l.host, host) || host === 'localhost' || l.host === 'localhost');
}

/** Every hop behind a proxy, in order; stops where a hop comes round again. */
export function hopsBehind(listener: Listener, listeners: readonly Listener[]): Listener[] {
  const hops: Listener[] = [];
  let next = upstreamOf(listener, listeners);
  while (next && next !== listener && !hops.includes(next)) {
    hops.push(next);
    next = upstreamOf(next, listeners);
  }
  return hops;
}
