import { sameHost } from './address.ts';
import type { Conflict, Listener } from './types.ts';

/**
 * Pairs of containers that want one TCP port in one network namespace: the same address twice, or a wildcard beside any
 * other (domain.md h4, measured on Linux). Two defaults do not count: a default is what an image does when left alone.
 */
export function conflictsOf(listeners: readonly Listener[], others: readonly Listener[] = []): Conflict[] {
  const within = pairs(listeners).filter(([a, b]) => a.container !== b.container);
  const across = listeners.flatMap((a) => others.map((b): [Listener, Listener] => [a, b]));
  return [...within, ...across].filter(([a, b]) => clash(a, b)).map(([first, second]) => ({ port: first.port, first, second }));
}

export function clash(a: Listener, b: Listener): boolean {
  if (a.port !== b.port || a.protocol !== 'TCP' || b.protocol !== 'TCP') return false;
  if (a.source === 'default' && b.source === 'default') return false;
  if (!a.addressCertain || !b.addressCertain) return false;
  if (a.bind === 'unknown' || b.bind === 'unknown') return false;
  return a.bind === 'wildcard' || b.bind === 'wildcard' || (a.bind === b.bind && sameHost(a.host, b.host));
}

const pairs = (listeners: readonly Listener[]): [Listener, Listener][] =>
  listeners.flatMap((a, i) => listeners.slice(i + 1).map((b): [Listener, Listener] => [a, b]));
