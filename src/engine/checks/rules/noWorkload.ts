import { type Check, hit } from '../check.ts';
import { disagreement, missesOf, near } from '../misses.ts';

/** The selector of the Service, or of the PodMonitor, matches no pod template in the input. */
export const noWorkload: Check = {
  kind: 'reason',
  code: 'no-workload',
  link: 'service-pods',
  run: ({ resolution: r, nearMisses }) =>
    missesOf(r, 'no-workload').map((m) => {
      const asker = m.service?.service ?? r.monitor;
      const evidence = disagreement(nearMisses, asker, asker.at(['spec', 'selector']));
      return hit({ ...near(nearMisses), service: asker.name }, ...evidence);
    }),
};
