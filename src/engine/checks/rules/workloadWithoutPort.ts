import { type Check, hit } from '../check.ts';

/** One of several workloads behind the Service lacks the named port and is skipped. */
export const workloadWithoutPort: Check = {
  kind: 'warning',
  code: 'workload-without-port',
  severity: 'warning',
  link: 'target-port',
  run: ({ targets, resolution: { skipped } }) =>
    targets.length === 0
      ? []
      : skipped.map(({ service, servicePort, workload }) =>
          hit(
            { workload: workload.name, service: service.service.name, target: String(servicePort.targetPort) },
            service.service.at(['spec', 'ports', servicePort.index]),
            workload.pod.at,
          ),
        ),
};
