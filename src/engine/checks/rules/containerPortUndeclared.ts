import { type Check, hit } from '../check.ts';
import { missesOf, near, pickAt, pickText } from '../misses.ts';

/** The endpoint picks a declared container port and the pods declare none that fits (domain.md b15, k8). */
export const containerPortUndeclared: Check = {
  kind: 'reason',
  code: 'container-port-undeclared',
  link: 'pod-port',
  run: ({ resolution: r, nearMisses }) =>
    missesOf(r, 'container-port-undeclared').map((m) =>
      hit(
        { ...near(nearMisses), port: pickText(r), object: m.workload?.name ?? m.service?.service.name ?? '' },
        pickAt(r),
        m.workload?.pod.at,
        nearMisses[0]?.at,
      ),
    ),
};
