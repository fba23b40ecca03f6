import { addressOf } from '../address.ts';
import { opened } from '../open.ts';
import { named } from '../recognise.ts';
import type { Invocation, Opened, Program } from '../types.ts';
import { upstreamFrom } from '../upstreamUrl.ts';

/** etcd server/etcdmain: lists of URLs, each with its own scheme, by flag or ETCD_* variable; a configuration file replaces them. */
export const etcd: Program = {
  id: 'etcd',
  matches: (run) => named(run, 'etcd'),
  listeners: (run) =>
    run.flag('config-file') || run.env('ETCD_CONFIG_FILE')
      ? []
      : // Metrics answer on the client URLs too.
        [...urls(run, 'listen-metrics-urls', null), ...urls(run, 'listen-client-urls', 'http://localhost:2379')],
};

function urls(run: Invocation, name: string, fallback: string | null): Opened[] {
  const env = run.env(`ETCD_${name.toUpperCase().replaceAll('-', '_')}`);
  const flag = run.flag(name) ?? env;
  if (flag === env && env?.known === false) return [];
  const list = (flag?.value ?? fallback ?? '').split(',');
  return list.flatMap((value) => {
    const url = upstreamFrom({ value, at: flag?.at ?? run.at });
    const address = url && addressOf(url.host, url.port);
    return address ? [opened(run, address, flag?.at ?? null, { serves: url.scheme })] : [];
  });
}
