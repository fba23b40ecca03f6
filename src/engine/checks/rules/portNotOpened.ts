import { describe, listenersOf } from '../../listen/index.ts';
import { type Check, hit, perReached } from '../check.ts';

/** The container that declares the scraped port is known to listen elsewhere; only something that the input does not show could be there. */
export const portNotOpened: Check = {
  kind: 'remark',
  code: 'port-not-opened',
  severity: 'warning',
  link: 'listener',
  run: (joined) =>
    perReached(joined, ({ raw, process, conflict, silent }) => {
      const { workload, declared } = raw;
      if (!workload || !declared || process || conflict || silent || raw.protocol !== 'TCP') return null;
      const own = listenersOf(workload, joined.cluster).filter((l) => l.container === declared.container);
      if (own.length === 0 || own.some((l) => !l.addressCertain)) return null;
      const params = { container: declared.container, port: raw.number, listeners: own.map(describe).join(', ') };
      return hit(params, declared.port.at, own[0]?.at);
    }),
};
