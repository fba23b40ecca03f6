import { describe, type Listener } from '../../listen/index.ts';
import { type Check, hit, perReached } from '../check.ts';
import { isolated } from '../isolated.ts';

/** Metrics that anybody who reaches the node can read: plain http, no authorization, on its address (field.md 64). */
export const nodeOpen: Check = {
  kind: 'remark',
  code: 'node-open',
  severity: 'info',
  link: 'listener',
  run: (joined) =>
    perReached(joined, ({ process, raw }) => {
      const { workload, declared } = raw;
      if (!workload || !process || !isOpen(process)) return null;
      const params = { listener: describe(process), workload: workload.name };
      if (workload.pod.hostNetwork)
        return hit({ ...params, port: raw.number }, process.at, { ...workload.pod.at, path: [...workload.pod.at.path, 'hostNetwork'] });
      const hostPort = declared?.port.hostPort ?? null;
      if (hostPort === null || isolated(joined.cluster, workload)) return null;
      return hit({ ...params, port: hostPort, variant: 'host-port' }, declared?.port.at, process.at);
    }),
};

const isOpen = ({ serves, bind, proxy, guard, authorizes, passwords }: Listener): boolean =>
  serves === 'http' && bind !== 'loopback' && bind !== 'unknown' && !proxy && !guard && !authorizes && !passwords;
