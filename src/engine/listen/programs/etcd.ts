import { addressOf } from '../address.ts';
import { opened } from '../open.ts';
import { named } from '../recognise.ts';
import type { Invocation, Opened, Program } from '../types.ts';
import { upstreamFrom } from '../upstreamUrl.ts';

/** etcd server/etcdmain: lists of URLs, each with its own scheme; metrics answer on the client URLs too. */
export const etcd: Program = {
  id: 'etcd',
  matches: (run) => named(run, 'etcd'),
  listeners: (run) => [...urls(run, 'listen-metrics-urls', null), ...urls(run, 'listen-client-urls', 'http://localhost:2379')],
};

function urls(run: Invocation, name: string, fallback: string | null): Opened[] {
  const flag = run.flag(name);
  const list = (flag?.value ?? fallback ?? '').split(',');
  return list.flatMap((value) => {
    const url = upstreamFrom({ value, at: flag?.at ?? run.at });
    const address = url && addressOf(url.host, url.port);
    return address ? [opened(run, address, flag?.at ?? null, { serves: url.scheme })] : [];
  });
}
