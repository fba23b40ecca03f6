import { servicePortMeant } from '../candidates.ts';
import { type Check, hit } from '../check.ts';
import { missesOf, pickAt, pickText, portsOf } from '../misses.ts';

/** No port of the matching Services (or pods) has the name the endpoint asks for; names compare as anchored regexes. */
export const portNotFound: Check = {
  kind: 'reason',
  code: 'port-not-found',
  link: 'endpoint-port',
  run: ({ cluster, resolution: r }) =>
    missesOf(r, 'port-not-found').map((m) => {
      const port = m.asked ? m.asked.port : pickText(r);
      const meant = m.service && !m.asked ? servicePortMeant(cluster, m.service, String(port)) : null;
      const named = meant ? { variant: meant.variant, candidate: meant.candidate } : m.asked ? { variant: 'address' } : {};
      return hit(
        { ...named, port, object: m.service?.service.name ?? m.workload?.name ?? '', ports: portsOf(m) },
        m.asked?.at ?? pickAt(r),
        meant?.at ?? m.service?.service.at(['spec', 'ports']) ?? m.workload?.pod.at,
      );
    }),
};
