import { describe } from '../../listen/index.ts';
import { type Check, hit, perTarget } from '../check.ts';
import { isolated } from '../isolated.ts';

/** What a proxy guards is also open on the pod or node address, past the proxy (field.md C12). */
export const proxyBypass: Check = {
  kind: 'remark',
  code: 'proxy-bypass',
  severity: 'info',
  link: 'upstream',
  run: (joined) =>
    perTarget(joined, ({ process, behind, raw }) => {
      const open = behind.find((l) => l.bind !== 'loopback' && l.bind !== 'unknown');
      if (!process?.authorizes || !open || !raw.workload || isolated(joined.cluster, raw.workload)) return null;
      // On the node's address it is open to more than the cluster.
      const severity = raw.workload.pod.hostNetwork ? 'warning' : 'info';
      return { ...hit({ proxy: process.container, listener: describe(open) }, open.at, process.at), severity };
    }),
};
