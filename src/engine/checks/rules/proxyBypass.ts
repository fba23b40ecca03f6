import { describe } from '../../listen/index.ts';
import { type Check, hit, perTarget } from '../check.ts';

/** What a proxy guards is also open on the pod or node address, past the proxy (field.md C12). */
export const proxyBypass: Check = {
  kind: 'remark',
  code: 'proxy-bypass',
  severity: 'warning',
  link: 'upstream',
  run: (joined) =>
    perTarget(joined, ({ process, behind }) => {
      const open = behind.find((l) => l.bind !== 'loopback' && l.bind !== 'unknown');
      return process?.authorizes && open ? hit({ proxy: process.container, listener: describe(open) }, open.at, process.at) : null;
    }),
};
