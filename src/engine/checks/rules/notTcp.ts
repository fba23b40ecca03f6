import { type Check, hit, perTarget } from '../check.ts';

/** Prometheus scrapes over TCP; the port is UDP or SCTP. */
export const notTcp: Check = {
  kind: 'reason',
  code: 'not-tcp',
  link: 'target-port',
  run: (joined) =>
    perTarget(joined, ({ raw }) =>
      raw.protocol === 'TCP'
        ? null
        : hit({ port: raw.number, protocol: raw.protocol }, raw.declared?.port.at ?? raw.service?.service.at(['spec', 'ports'])),
    ),
};
