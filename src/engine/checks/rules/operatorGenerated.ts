import { type Check, hit, perTarget } from '../check.ts';

/** The pods come from a custom resource; the operator makes them. */
export const operatorGenerated: Check = {
  kind: 'warning',
  code: 'operator-generated',
  severity: 'info',
  link: 'service-pods',
  run: (joined) =>
    perTarget(joined, ({ raw }) =>
      raw.workload?.generatedBy ? hit({ workload: raw.workload.name, resource: raw.workload.generatedBy }, raw.workload.pod.at) : null,
    ),
};
