import { parseAddress } from '../../address.ts';
import { opened } from '../../open.ts';
import { declaredProxy } from '../../proxied.ts';
import { named } from '../../recognise.ts';
import type { Flag, Invocation, Program } from '../../types.ts';

/**
 * traefik pkg/config/static: entry points by flag, in any case. Routers decide on TLS unless the entry point does; the one
 * for metrics answers itself, in clear.
 */
export const traefik: Program = {
  id: 'traefik',
  matches: (run) => named(run, 'traefik'),
  listeners(run) {
    const points = entryPoints(run);
    if (points.length === 0) return declaredProxy(run);
    const metrics = option(run, 'metrics.prometheus') ? (option(run, 'metrics.prometheus.entrypoint')?.value ?? 'traefik') : null;
    return points.flatMap(({ name, flag }) => {
      const address = parseAddress(flag.value.replace(/\/(tcp|udp)$/, ''));
      if (!address) return [];
      const own = name === metrics;
      const tls = option(run, `entrypoints.${name}.http.tls`);
      const serves = tls && tls.value !== 'false' ? 'https' : own ? 'http' : null;
      const protocol = flag.value.endsWith('/udp') ? 'UDP' : 'TCP';
      return [opened(run, address, flag.at, { serves, protocol, proxy: !own })];
    });
  },
};

function entryPoints(run: Invocation): { name: string; flag: Flag }[] {
  const names = run.words.flatMap((word) => /^--?entrypoints\.([^.=]+)\.address(?:=|$)/i.exec(word)?.[1]?.toLowerCase() ?? []);
  return [...new Set(names)].flatMap((name) => {
    const flag = option(run, `entrypoints.${name}.address`);
    return flag ? [{ name, flag }] : [];
  });
}

/** Flags are compared without regard to case; a group that is only mentioned is on. */
function option(run: Invocation, name: string): Flag | null {
  const word = run.words.findLast((w) => {
    const key = w.replace(/^--?/, '').split('=')[0]?.toLowerCase() ?? '';
    return key === name || (name === 'metrics.prometheus' && key.startsWith(`${name}.`));
  });
  if (word === undefined) return null;
  const key = word.replace(/^--?/, '').split('=')[0] ?? '';
  const flag = run.flag(key);
  return key.toLowerCase() === name ? flag : flag && { ...flag, value: 'true' };
}
