import type { JoinedTarget } from '../../chain/index.ts';
import type { Cluster } from '../../cluster/index.ts';
import { listenersOf } from '../../listen/index.ts';
import type { At } from '../../yaml/index.ts';
import { type Check, type Hit, hit } from '../check.ts';

/** Series carry another `namespace` than that of their pods: rules that ask for theirs find nothing (domain.md k33, a8, j1). */
export const namespaceLabel: Check = {
  kind: 'remark',
  code: 'namespace-label',
  severity: 'info',
  link: null,
  run: ({ cluster, resolution: { job, endpoint, monitor, selections }, targets }) => {
    if (!job || !endpoint) return [];
    const pods = [...new Set(targets.flatMap(({ raw }) => raw.workload?.namespace ?? raw.service?.service.namespace ?? []))];
    const forced = job.relabelings.find((r) => r.origin === 'enforced-namespace' && r.rule['target_label'] === 'namespace');
    const other = pods.find((namespace) => namespace !== monitor.namespace);
    if (forced && other !== undefined) {
      const owner = selections.find((s) => s.state === 'selected')?.prometheus;
      const params = { namespace: monitor.namespace, pods: other, prometheus: owner?.name ?? '' };
      return [hit(params, owner?.at(['spec', 'enforcedNamespaceLabel']), monitor.at(['metadata', 'namespace']))];
    }
    return job.config['honor_labels'] === true ? [] : exported(cluster, targets, endpoint.at);
  },
};

/** kube-state-metrics tells of objects everywhere: unless its labels are honoured, their namespace is `exported_namespace`. */
function exported(cluster: Cluster, targets: readonly JoinedTarget[], at: At): Hit[] {
  for (const { raw, process, behind } of targets) {
    const last = behind.at(-1) ?? process;
    if (!raw.workload || last?.program !== 'kube-state-metrics') continue;
    // Its second port tells of itself.
    const [main] = listenersOf(raw.workload, cluster).filter((l) => l.container === last.container);
    if (main === last) return [hit({ namespace: raw.workload.namespace, container: last.container, variant: 'exported' }, at, last.at)];
  }
  return [];
}
