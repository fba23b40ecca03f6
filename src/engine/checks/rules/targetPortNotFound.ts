import { containerPortMeant } from '../candidates.ts';
import { type Check, hit } from '../check.ts';
import { missesOf, named, skippedAt, targetOf } from '../misses.ts';

/** A named targetPort stands on no container of the matching pods with the same protocol (FindPort). */
export const targetPortNotFound: Check = {
  kind: 'reason',
  code: 'target-port-not-found',
  link: 'target-port',
  run: ({ resolution: r }) =>
    missesOf(r, 'target-port-not-found').map((m) => {
      const skipped = skippedAt(r, m);
      const meant = containerPortMeant(skipped?.workload ?? null, m.service, targetOf(r, m), skipped?.servicePort.protocol);
      return hit(
        { ...named(meant), service: m.service?.service.name ?? '', target: targetOf(r, m), workload: skipped?.workload.name ?? '' },
        m.service?.service.at(['spec', 'ports', ...(skipped ? [skipped.servicePort.index, 'targetPort'] : [])]),
        meant?.at ?? skipped?.workload.pod.at,
      );
    }),
};
