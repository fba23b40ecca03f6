import type { Cluster, Workload } from '../cluster/index.ts';

/** Whether a workload is known to run as one pod only, so that what it reaches under its own labels is itself. */
export function hasOnePod(cluster: Cluster, workload: Workload): boolean {
  if (workload.kind === 'DaemonSet' || workload.kind === 'CronJob' || workload.kind === 'Job') return false;
  if (workload.kind === 'Pod') return true;
  const object = cluster.objects.get(workload.generatedBy ?? workload.id);
  if (object === undefined) return false;
  if (object.kind === 'Prometheus' || object.kind === 'PrometheusAgent') {
    if (object.spec.shards > 1) return false;
  }
  const spec = object.raw.body()['spec'];
  const replicas =
    typeof spec === 'object' && spec !== null && !Array.isArray(spec) && Object.hasOwn(spec, 'replicas') ? spec['replicas'] : 1;
  return replicas === null || (typeof replicas === 'number' && replicas <= 1);
}
