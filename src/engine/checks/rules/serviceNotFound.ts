import type { Cluster } from '../../cluster/index.ts';
import { comparePods, indexesOf, inNamespaces, type Resolution } from '../../scrape/index.ts';
import { type Check, hit } from '../check.ts';
import { disagreement, missesOf, near } from '../misses.ts';

/** No Service in the input has the labels the monitor asks for, in the namespaces it looks in; or none has the name it asks. */
export const serviceNotFound: Check = {
  kind: 'reason',
  code: 'service-not-found',
  link: 'monitor-service',
  run: ({ cluster, resolution: r, nearMisses }) =>
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
              ...(nearMisses.length === 0 ? onPods(cluster, r) : near(nearMisses)),
              count: servicesIn(cluster, r),
              monitor: r.monitor.name,
              namespaces: r.namespaces === 'any' ? '*' : r.namespaces.join(', '),
              misses: m.code,
            },
            ...disagreement(nearMisses, r.monitor, r.monitor.at(['spec', 'selector'])),
          ),
    ),
};

const servicesIn = (cluster: Cluster, { namespaces }: Resolution): number =>
  namespaces === 'any' ? cluster.services.length : namespaces.reduce((sum, name) => sum + cluster.servicesIn(name).length, 0);

/** The labels that are asked for stand on pods, and a Service selects these pods without having them itself (domain.md k6). */
function onPods(cluster: Cluster, { monitor: { selector }, namespaces }: Resolution): Record<string, string> {
  if (selector.invalid !== null || selector.requirements.length === 0) return {};
  const pods = indexesOf(cluster)
    .workloads.candidates(selector)
    .slice(0, MOST)
    .filter((w) => inNamespaces(namespaces, w.namespace) && comparePods(selector, w).every((c) => c.holds === true));
  for (const workload of pods)
    for (const { service } of cluster.servicesIn(workload.namespace).slice(0, MOST))
      if (service.selector && cluster.podsMatching(service.namespace, service.selector).includes(workload))
        return { variant: 'on-pods', candidate: service.id, pods: workload.name };
  return {};
}

/** Pods and Services looked at: a label that very many have says nothing. */
const MOST = 50;
