import { type Check, hit } from '../check.ts';
import { missesOf, near } from '../misses.ts';

/** No Service in the input has the labels the monitor asks for, in the namespaces it looks in. */
export const serviceNotFound: Check = {
  kind: 'reason',
  code: 'service-not-found',
  link: 'monitor-service',
  run: ({ resolution: r, nearMisses }) =>
    missesOf(r, 'service-not-found').map((m) =>
      hit(
        {
          ...near(nearMisses),
          monitor: r.monitor.name,
          namespaces: r.namespaces === 'any' ? '*' : r.namespaces.join(', '),
          misses: m.code,
        },
        r.monitor.at(['spec', 'selector']),
        nearMisses[0]?.at,
      ),
    ),
};
