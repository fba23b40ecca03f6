import { describe } from '../../listen/index.ts';
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
      const params = { port: raw.number, workload: raw.workload.name, listeners: silent.map(describe).join(', ') };
      return hit(params, declared?.port.at ?? port, nearest?.at);
    }),
};
