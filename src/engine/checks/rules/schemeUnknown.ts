import { type Check, hit, perTarget } from '../check.ts';

/** Nothing in the input says whether the listener speaks TLS. */
export const schemeUnknown: Check = {
  kind: 'warning',
  code: 'scheme-unknown',
  severity: 'info',
  link: 'listener',
  run: (joined) =>
    perTarget(joined, ({ raw, process, conflict, silent }) =>
      raw.workload && raw.protocol === 'TCP' && !conflict && !silent && !process?.serves
        ? hit(
            { port: raw.number, container: process?.container ?? raw.declared?.container ?? raw.workload.name },
            raw.declared?.port.at ?? raw.workload.pod.at,
          )
        : null,
    ),
};
