import { describe, type Listener } from '../../listen/index.ts';
import { type Check, hit, perReached } from '../check.ts';

/** All programs of the pod are known, with their ports, and none is on the scraped one: the connection is refused (domain.md k12). */
export const nothingListens: Check = {
  kind: 'reason',
  code: 'nothing-listens',
  link: 'listener',
  run: (joined) =>
    perReached(joined, ({ raw, silent }) => {
      if (!silent || !raw.workload) return null;
      const { service, servicePort, declared } = raw;
      const port = servicePort && servicePort.index >= 0 ? service?.service.at(['spec', 'ports', servicePort.index]) : null;
      // Who declares the port is the likeliest to have moved away from it.
      const nearest = silent.find((l) => l.container === declared?.container) ?? silent[0];
      const moved = nearest?.source === 'flag' && nearest.container === declared?.container;
      const params = { port: raw.number, workload: raw.workload.name, listeners: named(silent) };
      return moved ? hit(params, nearest.at, declared?.port.at) : hit(params, declared?.port.at ?? port, nearest?.at);
    }),
};

const named = (listeners: readonly Listener[]): string =>
  listeners
    .filter((l) => l.protocol === 'TCP')
    .map(describe)
    .join(', ');
