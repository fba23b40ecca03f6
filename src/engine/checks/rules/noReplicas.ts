import { type Check, hit, perTarget } from '../check.ts';

/** Asked for no pods, a workload has none, and nothing to scrape. */
export const noReplicas: Check = {
  kind: 'remark',
  code: 'no-replicas',
  severity: 'warning',
  link: 'service-pods',
  run: (joined) =>
    perTarget(joined, ({ raw: { workload } }) => {
      // Pods of the input say more than a number; what the operator makes has its own number for each shard.
      if (workload?.replicas !== 0 || workload.live.length > 0 || workload.generatedBy !== null) return null;
      const object = joined.cluster.objects.get(workload.id);
      return hit({ workload: workload.name }, object?.at(['spec', 'replicas']) ?? workload.pod.at);
    }),
};
