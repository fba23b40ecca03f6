import { type Check, hit, perTarget } from '../check.ts';

/** No container declares the number: traffic works, pod and container port labels stay empty (domain.md c10). */
export const undeclaredPort: Check = {
  kind: 'warning',
  code: 'undeclared-port',
  severity: 'info',
  link: 'target-port',
  run: (joined) =>
    perTarget(joined, ({ raw, silent }) => {
      if (!raw.workload || raw.declared || silent) return null;
      const port = raw.servicePort && raw.servicePort.index >= 0 ? raw.service?.service.at(['spec', 'ports', raw.servicePort.index]) : null;
      return hit({ port: raw.number, workload: raw.workload.name }, port, raw.workload.pod.at);
    }),
};
