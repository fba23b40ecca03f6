import { type Check, hit } from '../check.ts';
import { missesOf, near, skippedAt, targetOf } from '../misses.ts';

/** A named targetPort stands on no container of the matching pods with the same protocol (FindPort). */
export const targetPortNotFound: Check = {
  kind: 'reason',
  code: 'target-port-not-found',
  link: 'target-port',
  run: ({ resolution: r, nearMisses }) =>
    missesOf(r, 'target-port-not-found').map((m) => {
      const skipped = skippedAt(r, m);
      return hit(
        { ...near(nearMisses), service: m.service?.service.name ?? '', target: targetOf(r, m) },
        m.service?.service.at(['spec', 'ports', ...(skipped ? [skipped.servicePort.index, 'targetPort'] : [])]),
        skipped?.workload.pod.at,
      );
    }),
};
