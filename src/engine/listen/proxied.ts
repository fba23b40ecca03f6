import { parseAddress } from './address.ts';
import { opened } from './open.ts';
import type { Invocation, Opened, Upstream } from './types.ts';

/**
 * A proxy whose configuration is not in the input: what its container declares is likely to be where it listens, and
 * nobody can tell where it passes requests on to. Nothing is claimed of such listeners.
 */
export const declaredProxy = (run: Invocation): Opened[] =>
  run.container.ports
    .filter((p) => p.protocol === 'TCP')
    .map((p) => ({
      ...opened(run, { host: '', bind: 'wildcard', port: p.containerPort }, p.at, { proxy: true, addressCertain: false }),
      source: 'default',
    }));

/** The next hop of a proxy at `host:port`, or a port alone. */
export function hopTo(run: Invocation, text: string, scheme: Upstream['scheme']): Upstream | null {
  const address = parseAddress(/^\d+$/.test(text) ? `127.0.0.1:${text}` : text);
  return address && { ...address, scheme, known: true, at: run.at };
}

/** What several places say, where they all say the same. */
export function only<T>(items: readonly T[], key: (item: T) => string): T | null {
  return new Set(items.map(key)).size === 1 ? (items[0] ?? null) : null;
}
