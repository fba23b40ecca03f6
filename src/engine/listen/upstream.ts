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

/** The way behind a proxy. */
export interface Behind {
  /** Every listener on it, in order; it stops where one comes round again. */
  hops: Listener[];
  /** The proxy at its end whose upstream none of the listeners answers. */
  unanswered: Listener | null;
}

/**
 * Follows upstreams through the listeners of a pod. `elsewhere` are others that share its network (`onSameNode`): they are
 * no hops, but may answer; so may a listener whose address is not certain.
 */
export function hopsBehind(
  process: Listener | null,
  listeners: readonly Listener[],
  elsewhere: () => readonly Listener[] = () => [],
): Behind {
  const hops: Listener[] = [];
  let from = process;
  while (from?.upstream) {
    const next = upstreamOf(from, listeners);
    if (!next) return { hops, unanswered: mayAnswer(from, listeners) || upstreamOf(from, elsewhere()) ? null : from };
    if (next === process || hops.includes(next)) break;
    hops.push(next);
    from = next;
  }
  return { hops, unanswered: null };
}

const mayAnswer = (proxy: Listener, listeners: readonly Listener[]): boolean =>
  listeners.some((l) => !l.addressCertain && l.container !== proxy.container);
