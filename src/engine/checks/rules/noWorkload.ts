import { type Check, hit } from '../check.ts';
import { missesOf, near } from '../misses.ts';

/** The selector of the Service, or of the PodMonitor, matches no pod template in the input. */
export const noWorkload: Check = {
  kind: 'reason',
  code: 'no-workload',
  link: 'service-pods',
  run: ({ resolution: r, nearMisses }) =>
    missesOf(r, 'no-workload').map((m) =>
      hit(
        { ...near(nearMisses), service: m.service?.service.name ?? r.monitor.name },
        m.service?.service.at(['spec', 'selector']) ?? r.monitor.at(['spec', 'selector']),
        nearMisses[0]?.at,
      ),
    ),
};
