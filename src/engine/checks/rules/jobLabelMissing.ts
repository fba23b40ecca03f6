import { type Check, hit } from '../check.ts';

/** `jobLabel` names a label that the Service, or the pods, do not have: the job is called otherwise than was meant (domain.md k24, j). */
export const jobLabelMissing: Check = {
  kind: 'remark',
  code: 'job-label-missing',
  severity: 'warning',
  link: null,
  run: ({ resolution: { monitor, endpoint }, targets }) => {
    const { jobLabel } = monitor;
    // A relabeling may name the job whatever the label says.
    if (!endpoint || jobLabel === null || endpoint.relabelings.some((r) => r.targetLabel === 'job')) return [];
    const at = monitor.at(['spec', 'jobLabel']);
    for (const { raw } of targets) {
      const service = raw.service;
      // What the cluster or the operator makes may have other labels than are known here.
      if (service?.providedBy || raw.relabelled.job === null) continue;
      const labels = service ? service.service.labels : raw.workload?.podLabels;
      if (!labels || (Object.hasOwn(labels, jobLabel) && labels[jobLabel] !== '')) continue;
      const params = { label: jobLabel, job: raw.relabelled.job, monitor: monitor.name };
      return service
        ? [hit({ ...params, service: service.service.name }, at, service.service.at(['metadata', 'labels']))]
        : [hit({ ...params, workload: raw.workload?.name ?? '', variant: 'pods' }, at, raw.workload?.pod.at)];
    }
    return [];
  },
};
