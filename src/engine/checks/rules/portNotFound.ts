import { type Check, hit } from '../check.ts';
import { missesOf, near, pickText, portsOf } from '../misses.ts';

/** No port of the matching Services (or pods) has the name the endpoint asks for; names compare as anchored regexes. */
export const portNotFound: Check = {
  kind: 'reason',
  code: 'port-not-found',
  link: 'endpoint-port',
  run: ({ resolution: r, nearMisses }) =>
    missesOf(r, 'port-not-found').map((m) =>
      hit(
        { ...near(nearMisses), port: pickText(r), object: m.service?.service.name ?? m.workload?.name ?? '', ports: portsOf(m) },
        r.endpoint?.at,
        m.service?.service.at(['spec', 'ports']) ?? m.workload?.pod.at,
        nearMisses[0]?.at,
      ),
    ),
};
