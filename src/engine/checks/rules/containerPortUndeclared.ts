import { containerPortMeant } from '../candidates.ts';
import { type Check, hit } from '../check.ts';
import { missesOf, named, pickAt, pickText } from '../misses.ts';

/** The endpoint picks a declared container port and the pods declare none that fits (domain.md b15, k8). */
export const containerPortUndeclared: Check = {
  kind: 'reason',
  code: 'container-port-undeclared',
  link: 'pod-port',
  run: ({ cluster, resolution: r }) =>
    missesOf(r, 'container-port-undeclared').map((m) => {
      const service = m.service?.service;
      const workload = m.workload ?? (service?.selector ? (cluster.podsMatching(service.namespace, service.selector)[0] ?? null) : null);
      const meant = containerPortMeant(workload, m.service, pickText(r));
      return hit(
        { ...named(meant), port: pickText(r), object: workload?.name ?? service?.name ?? '' },
        pickAt(r),
        meant?.at ?? workload?.pod.at,
      );
    }),
};
