import { type Check, hit } from '../check.ts';
import { missesOf, near, pickAt, pickText, portsOf } from '../misses.ts';

/** No port of the matching Services (or pods) has the name the endpoint asks for; names compare as anchored regexes. */
export const portNotFound: Check = {
  kind: 'reason',
  code: 'port-not-found',
  link: 'endpoint-port',
  run: ({ resolution: r, nearMisses }) =>
    missesOf(r, 'port-not-found').map((m) =>
      hit(
        {
          ...(m.asked ? { variant: 'address' } : near(nearMisses)),
          port: m.asked ? m.asked.port : pickText(r),
          object: m.service?.service.name ?? m.workload?.name ?? '',
          ports: portsOf(m),
        },
        m.asked?.at ?? pickAt(r),
        m.service?.service.at(['spec', 'ports']) ?? m.workload?.pod.at,
        nearMisses[0]?.at,
      ),
    ),
};
