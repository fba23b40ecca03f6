import { type Check, hit } from '../check.ts';
import { disagreement, missesOf, near } from '../misses.ts';

/** No Service in the input has the labels the monitor asks for, in the namespaces it looks in; or none has the name it asks. */
export const serviceNotFound: Check = {
  kind: 'reason',
  code: 'service-not-found',
  link: 'monitor-service',
  run: ({ resolution: r, nearMisses }) =>
    missesOf(r, 'service-not-found').map((m) =>
      m.asked
        ? hit(
            {
              variant: nearMisses[0] ? 'namesake' : 'address',
              candidate: nearMisses[0]?.object ?? '',
              address: m.asked.text,
              monitor: r.monitor.name,
              misses: m.code,
            },
            m.asked.at,
            nearMisses[0]?.at,
          )
        : hit(
            {
              ...near(nearMisses),
              monitor: r.monitor.name,
              namespaces: r.namespaces === 'any' ? '*' : r.namespaces.join(', '),
              misses: m.code,
            },
            ...disagreement(nearMisses, r.monitor, r.monitor.at(['spec', 'selector'])),
          ),
    ),
};
